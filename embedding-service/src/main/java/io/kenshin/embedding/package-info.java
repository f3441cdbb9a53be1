/** Stateless inference: chunks to vectors, probes to predictions. */
@NullMarked
package io.kenshin.embedding;

import org.jspecify.annotations.NullMarked;
