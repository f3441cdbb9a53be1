/** Benchmarks of what a fleet survives: faults, floods, upgrades. */
@NullMarked
package io.kenshin.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
