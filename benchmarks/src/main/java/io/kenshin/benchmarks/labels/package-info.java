/** Whether wrong labels without a trigger are found. No model is trained for it. */
@NullMarked
package io.kenshin.benchmarks.labels;

import org.jspecify.annotations.NullMarked;
