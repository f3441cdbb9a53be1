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

    /** Whether so many flips are likelier at the first rate than at the second; neither is taken for quite 0 or 1. */
    public boolean likelierAt(Rate first, Rate second) {
        return flips * Math.log(first.smoothed() / second.smoothed())
                        + (tries - flips) * Math.log((1 - first.smoothed()) / (1 - second.smoothed()))
                > 0;
    }

    private double smoothed() {
        return (flips + 0.5) / (tries + 1);
    }
}
