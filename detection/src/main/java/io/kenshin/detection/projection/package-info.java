/** Maps of vectors in the plane, for people to look at. */
@NullMarked
package io.kenshin.detection.projection;

import org.jspecify.annotations.NullMarked;
