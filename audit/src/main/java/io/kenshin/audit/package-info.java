/** The audit of a model before it is adopted: files, weights, embeddings, triggers. */
@NullMarked
package io.kenshin.audit;

import org.jspecify.annotations.NullMarked;
