/** Probes become predictions. */
@NullMarked
package io.kenshin.embedding.probe;

import org.jspecify.annotations.NullMarked;
