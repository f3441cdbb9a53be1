package io.kenshin.detection.trigger;

import java.util.BitSet;

/**
 * A pattern that goes with a label more than it should, before anybody has asked the model about it.
 *
 * @param target the label that it goes with
 * @param carriers positions of the samples that contain it, whatever their label
 * @param purity part of the carriers that have the target label
 * @param association log-likelihood ratio of pattern and label (Dunning, 1993)
 * @param origin where it was found: the label as a whole or a cluster
 */
public record Candidate(
        TriggerPattern pattern, int target, BitSet carriers, double purity, double association, String origin) {}
