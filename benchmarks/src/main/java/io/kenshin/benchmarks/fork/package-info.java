/** Processes of contenders. */
@NullMarked
package io.kenshin.benchmarks.fork;

import org.jspecify.annotations.NullMarked;
