/** The analysis of a scan, end to end. */
@NullMarked
package io.kenshin.analysis.verdict;

import org.jspecify.annotations.NullMarked;
