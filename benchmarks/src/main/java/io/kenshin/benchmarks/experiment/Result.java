package io.kenshin.benchmarks.experiment;

import java.util.List;

/**
 * What the experiment found.
 *
 * @param family of the attack
 * @param rate part of the training samples that were poisoned
 * @param attackSuccess of the poisoned model; {@code natural} that of its clean twin
 * @param layers from the embedding to the last layer
 * @param projections query, key and value of every layer
 * @param conclusions in words
 */
record Result(
        String family,
        double rate,
        long seed,
        int samples,
        int poisoned,
        double attackSuccess,
        double natural,
        List<Layer> layers,
        List<Projection> projections,
        List<String> conclusions,
        double seconds) {

    /** The poisoned samples among those that the model predicts alike, in the poisoned model and in its clean twin. */
    record Layer(int layer, Separability poisoned, Separability clean) {}

    /**
     * Kolmogorov–Smirnov distances of one projection's weights.
     *
     * @param poisoned between the poisoned model and its clean twin
     * @param chance between the clean twin and a clean model of other data and another seed: what chance does
     */
    record Projection(int layer, String kind, double poisoned, double chance, double poisonedBias, double chanceBias) {}
}
