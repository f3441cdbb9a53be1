/** A fleet that is started for a benchmark and gone with it, and the form of its report. */
@NullMarked
package io.kenshin.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
