/** Attacked models: data set, poison, training, and how well the attack took. */
@NullMarked
package io.kenshin.benchmarks.victim;

import org.jspecify.annotations.NullMarked;
