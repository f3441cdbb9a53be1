/** From samples with vectors to proven triggers. */
@NullMarked
package io.kenshin.detection;

import org.jspecify.annotations.NullMarked;
