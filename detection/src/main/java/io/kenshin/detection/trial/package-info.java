/** The instruments of proof by cause: insertion, removal, exchangeability, occlusion, metamorphic rewrites. */
@NullMarked
package io.kenshin.detection.trial;

import org.jspecify.annotations.NullMarked;
