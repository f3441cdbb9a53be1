package io.kenshin.detection.representation;

import org.jspecify.annotations.Nullable;

/**
 * What the vectors of one label look like in one view, and how far they lie from those of a baseline. Supporting
 * evidence: drift moves many samples, and so may a harmless new training; it convicts nobody.
 *
 * @param samples number of vectors that were looked at
 * @param silhouette of a split in two, −1 to 1; a poisoned cluster makes it high, and so does a natural one
 * @param daviesBouldin of the same split: the lower the better separated
 * @param change since the baseline, or null where there is none
 */
public record Shape(
        int label,
        int view,
        int samples,
        double silhouette,
        double daviesBouldin,
        @Nullable Change change) {

    /**
     * How far the vectors moved.
     *
     * @param energy energy distance (Székely and Rizzo, 2013), in units of the vectors
     * @param p part of random divisions of all vectors in two that lie as far apart
     * @param frechet Fréchet distance along the baseline's principal axes, in squared units of the vectors
     */
    public record Change(double energy, double p, double frechet) {}
}
