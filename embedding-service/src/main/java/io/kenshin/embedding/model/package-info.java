/** The models in memory. */
@NullMarked
package io.kenshin.embedding.model;

import org.jspecify.annotations.NullMarked;
