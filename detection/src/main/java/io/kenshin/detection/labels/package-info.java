/** Wrong labels without a trigger: samples whose label the rest of the data contradicts. */
@NullMarked
package io.kenshin.detection.labels;

import org.jspecify.annotations.NullMarked;
