package io.kenshin.detection.cause;

/**
 * Wald's sequential probability ratio test (1945) of a flip rate: is it that of a trigger or that of ordinary code?
 * It decides after a handful of tries when the answer is plain.
 */
final class SequentialTest {
    private static final double ORDINARY = 0.5;
    private static final double TRIGGER = 0.85;
    private static final double ERROR = 0.01;

    private double ratio;

    void add(int flips, int tries) {
        ratio += flips * Math.log(TRIGGER / ORDINARY) + (tries - flips) * Math.log((1 - TRIGGER) / (1 - ORDINARY));
    }

    boolean accepts() {
        return ratio >= Math.log((1 - ERROR) / ERROR);
    }

    boolean rejects() {
        return ratio <= Math.log(ERROR / (1 - ERROR));
    }
}
