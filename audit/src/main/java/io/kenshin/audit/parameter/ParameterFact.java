package io.kenshin.audit.parameter;

import org.jspecify.annotations.Nullable;

/**
 * One attention projection against the same one of the base model.
 *
 * @param layer from 1
 * @param kind query, key, value or qkv
 * @param moved length of the change relative to the length of the base's weights (Frobenius)
 * @param weightKs Kolmogorov–Smirnov distance of the weights' distributions, 0 to 1
 * @param biasKs the same of the biases; null without biases
 * @param spectralNorm largest singular value
 * @param baseSpectralNorm that of the base
 */
public record ParameterFact(
        int layer,
        String kind,
        double moved,
        double weightKs,
        @Nullable Double biasKs,
        double spectralNorm,
        double baseSpectralNorm) {}
