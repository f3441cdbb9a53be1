/** Attention weights against those of the base model. */
@NullMarked
package io.kenshin.audit.parameter;

import org.jspecify.annotations.NullMarked;
