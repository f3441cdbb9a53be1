/** What others do, written from their papers, to compare with. */
@NullMarked
package io.kenshin.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
