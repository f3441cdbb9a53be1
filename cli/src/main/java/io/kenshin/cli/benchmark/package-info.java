/** Benchmarks of a whole fleet, started for them and gone with them. */
@NullMarked
package io.kenshin.cli.benchmark;

import org.jspecify.annotations.NullMarked;
