/** The experiment of Hussain et al. 2024, on our own data: clean and poisoned twins, looked into. */
@NullMarked
package io.kenshin.benchmarks.experiment;

import org.jspecify.annotations.NullMarked;
