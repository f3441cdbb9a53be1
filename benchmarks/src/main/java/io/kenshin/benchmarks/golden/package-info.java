/** Outcomes that a change of the code's form must not change. */
@NullMarked
package io.kenshin.benchmarks.golden;

import org.jspecify.annotations.NullMarked;
