/** What all collaborators of an investigation share: samples, thresholds, probes, and who listens. */
@NullMarked
package io.kenshin.detection.study;

import org.jspecify.annotations.NullMarked;
