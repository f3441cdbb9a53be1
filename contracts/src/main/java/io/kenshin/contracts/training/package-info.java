/** Progress of fine-tune jobs. */
@NullMarked
package io.kenshin.contracts.training;

import org.jspecify.annotations.NullMarked;
