/** Benchmarks of single services of a fleet. */
@NullMarked
package io.kenshin.benchmarks.service;

import org.jspecify.annotations.NullMarked;
