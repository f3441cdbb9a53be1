/** Chunks become vectors. */
@NullMarked
package io.kenshin.embedding.chunk;

import org.jspecify.annotations.NullMarked;
