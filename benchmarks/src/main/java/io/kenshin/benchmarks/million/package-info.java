/** A million samples, a few of them poisoned, in a process of one gigabyte. */
@NullMarked
package io.kenshin.benchmarks.million;

import org.jspecify.annotations.NullMarked;
