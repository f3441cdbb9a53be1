/** How fast code is embedded, against what people would use instead. */
@NullMarked
package io.kenshin.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
