/** The benchmark of replicas, and a model of a fleet that is a million times larger. */
@NullMarked
package io.kenshin.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
