/** Statistics that several kinds of evidence need. */
@NullMarked
package io.kenshin.detection.maths;

import org.jspecify.annotations.NullMarked;
