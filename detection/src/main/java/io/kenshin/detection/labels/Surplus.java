package io.kenshin.detection.labels;

import org.jspecify.annotations.Nullable;

/**
 * A label, or what a source sent under it, that holds more samples whose label the rest contradicts than chance
 * explains.
 *
 * @param source null for the label as a whole
 * @param samples how many have the label, of the source if there is one
 * @param wrong how many of them have a wrong label, as expected from their probabilities
 * @param rate part of the samples that should not have the label and have it, 0 to 1
 * @param p probability of so much better an explanation by wrong labels if there were none
 */
public record Surplus(int label, @Nullable String source, int samples, double wrong, double rate, double p) {}
