/** Vectors of a chunk as Arrow. */
@NullMarked
package io.kenshin.contracts.vector;

import org.jspecify.annotations.NullMarked;
