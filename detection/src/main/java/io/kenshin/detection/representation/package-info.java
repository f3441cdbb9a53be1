/** Clusters in the model's own representation. */
@NullMarked
package io.kenshin.detection.representation;

import org.jspecify.annotations.NullMarked;
