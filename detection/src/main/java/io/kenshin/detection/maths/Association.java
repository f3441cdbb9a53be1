package io.kenshin.detection.maths;

/** How strongly a pattern goes with a group of samples. */
public final class Association {
    private Association() {}

    /**
     * Dunning's log-likelihood ratio G² (1993) of a pattern and a group.
     *
     * @param inside samples of the group that hold the pattern
     * @param total samples that hold it
     * @param size samples of the group
     * @param all samples
     * @return 0 when the pattern goes with the other samples
     */
    public static double gSquared(int inside, int total, int size, int all) {
        double expected = (double) total * size / all;
        if (inside <= expected) {
            return 0;
        }
        return 2
                * (term(inside, expected)
                        + term(total - inside, total - expected)
                        + term(size - inside, size - expected)
                        + term(all - size - (total - inside), all - size - (total - expected)));
    }

    private static double term(double observed, double expected) {
        return observed <= 0 || expected <= 0 ? 0 : observed * Math.log(observed / expected);
    }
}
