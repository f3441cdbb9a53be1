package io.kenshin.detection.trial;

/** Flips out of tries. */
public record Rate(int flips, int tries) {
    public static final Rate NONE = new Rate(0, 0);

    public double value() {
        return tries == 0 ? 0 : (double) flips / tries;
    }

    public Rate plus(Rate other) {
        return new Rate(flips + other.flips, tries + other.tries);
    }
}
