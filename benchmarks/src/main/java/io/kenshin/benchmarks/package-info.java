/** Measurements that take longer than a test may. */
@NullMarked
package io.kenshin.benchmarks;

import org.jspecify.annotations.NullMarked;
