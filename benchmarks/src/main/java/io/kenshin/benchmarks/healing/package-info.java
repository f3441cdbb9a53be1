/** Whether healing takes the attack away and leaves the model as good as one that was never attacked. */
@NullMarked
package io.kenshin.benchmarks.healing;

import org.jspecify.annotations.NullMarked;
