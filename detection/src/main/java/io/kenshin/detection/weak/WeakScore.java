package io.kenshin.detection.weak;

/** A weak score of each sample. */
public interface WeakScore {
    /** Name in reports and of its page under {@code docs/detectors/}. */
    String name();

    /** @return how suspicious each sample is, the more the higher; only the order within a label means something */
    double[] scores(Population population);
}
