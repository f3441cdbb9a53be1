/** The analysis of a scan, end to end: what the service adds to the pure part. */
@NullMarked
package io.kenshin.analysis.verdict;

import org.jspecify.annotations.NullMarked;
