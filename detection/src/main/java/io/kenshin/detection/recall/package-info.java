/** Carriers that a proven trigger's text does not match. */
@NullMarked
package io.kenshin.detection.recall;

import org.jspecify.annotations.NullMarked;
