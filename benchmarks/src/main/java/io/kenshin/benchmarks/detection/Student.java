package io.kenshin.benchmarks.detection;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/** The interval of a mean of few figures (Student, 1908). */
final class Student {
    private static final double BOTH_SIDES = 0.975;

    private Student() {}

    /** From low to high, at 95 %; of two figures or more. */
    static double[] interval(double[] figures) {
        double mean = Arrays.stream(figures).average().orElse(0);
        double squares = Arrays.stream(figures)
                .map(figure -> (figure - mean) * (figure - mean))
                .sum();
        int degrees = figures.length - 1;
        double half = new TDistribution(degrees).inverseCumulativeProbability(BOTH_SIDES)
                * Math.sqrt(squares / degrees / figures.length);
        return new double[] {mean - half, mean + half};
    }
}
