package io.kenshin.detection.judge;

import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trigger.Candidate;

/**
 * A pattern that was mined, whether or not the model was asked about it.
 *
 * @param evidence what its carriers are without it
 * @param chance how many patterns with such carriers chance explains, see {@link Chance}
 */
public record Mined(Candidate candidate, CarrierEvidence evidence, double chance) {}
