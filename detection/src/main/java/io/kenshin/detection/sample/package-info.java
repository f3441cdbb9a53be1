/** Samples as detection sees them, and what a model does with them. */
@NullMarked
package io.kenshin.detection.sample;

import org.jspecify.annotations.NullMarked;
