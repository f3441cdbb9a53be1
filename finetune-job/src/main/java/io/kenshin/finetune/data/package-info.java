/** Training data: reading, inoculation, batches, cached states. */
@NullMarked
package io.kenshin.finetune.data;

import org.jspecify.annotations.NullMarked;
