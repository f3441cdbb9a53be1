/** Proof by cause: insertion, removal, exchangeability, metamorphic rewrites. */
@NullMarked
package io.kenshin.detection.cause;

import org.jspecify.annotations.NullMarked;
