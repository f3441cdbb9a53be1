/** Ordinary code in the model's layers, beside the base model's. */
@NullMarked
package io.kenshin.audit.embedding;

import org.jspecify.annotations.NullMarked;
