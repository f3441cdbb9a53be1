/** The detection benchmark: which attacks are found, by whom, at what cost. */
@NullMarked
package io.kenshin.benchmarks.detection;

import org.jspecify.annotations.NullMarked;
