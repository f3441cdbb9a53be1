package io.kenshin.detection.trial;

/**
 * Wald's sequential probability ratio test (1945) of a flip rate: is it that of a trigger or that of ordinary code?
 * It decides after a handful of tries when the answer is plain.
 */
public final class SequentialRatio {
    private final Rates rates;
    private double ratio;

    public SequentialRatio(Rates rates) {
        this.rates = rates;
    }

    /**
     * The two rates that are told apart.
     *
     * @param ordinary flip rate of ordinary code
     * @param trigger flip rate of a trigger
     * @param error probability of taking either for the other
     */
    public record Rates(double ordinary, double trigger, double error) {}

    void add(Rate rate) {
        ratio += rate.flips() * Math.log(rates.trigger() / rates.ordinary())
                + (rate.tries() - rate.flips()) * Math.log((1 - rates.trigger()) / (1 - rates.ordinary()));
    }

    boolean decides() {
        double plain = Math.log((1 - rates.error()) / rates.error());
        return ratio >= plain || ratio <= Math.log(rates.error() / (1 - rates.error()));
    }
}
