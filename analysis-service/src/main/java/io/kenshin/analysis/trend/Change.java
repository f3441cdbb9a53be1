package io.kenshin.analysis.trend;

import com.fasterxml.jackson.annotation.JsonValue;
import io.kenshin.contracts.scan.ScanReport.Shape;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.detection.maths.Tests;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a scan says against the last healthy one. A cause that is proven is an attack, however the vectors lie. */
public enum Change {
    /** A trigger is proven. */
    ATTACK,
    /** A pattern may be a trigger: people look at it. */
    SUSPECTED,
    /** Many samples of a label lie elsewhere than before, and no trigger is the cause: other data, not poison. */
    DRIFT,
    /** The vectors are another version's: that they lie elsewhere says nothing. */
    NEW_VERSION,
    /** There was no healthy scan before. */
    FIRST,
    STEADY,
    /** The scan did not end in a verdict on the data. */
    UNKNOWN;

    /** False discovery rate over all labels and layers. */
    private static final double Q = 0.05;
    /** A label has drifted when so many of its layers have moved: one layer alone moves by chance of the choice. */
    private static final double LAYERS = 0.5;

    /** @param sameVersion whether the baseline is of the version that was scanned */
    static Change of(Verdict verdict, List<Shape> shapes, boolean sameVersion) {
        return switch (verdict) {
            case POISONED -> ATTACK;
            case SUSPICIOUS -> SUSPECTED;
            case FAILED -> UNKNOWN;
            case HEALTHY -> {
                if (shapes.stream().noneMatch(shape -> shape.baseline() != null)) {
                    yield FIRST;
                }
                if (!sameVersion) {
                    yield NEW_VERSION;
                }
                boolean[] moved = moved(shapes);
                yield shapes.stream().map(Shape::label).distinct().anyMatch(label -> hasDrifted(label, shapes, moved))
                        ? DRIFT
                        : STEADY;
            }
        };
    }

    /** Which of the shapes lie further from the baseline than chance explains (Benjamini–Hochberg). */
    static boolean[] moved(List<Shape> shapes) {
        double[] p = shapes.stream()
                .mapToDouble(shape -> shape.pValue() == null ? 1 : shape.pValue())
                .toArray();
        return Tests.benjaminiHochberg(p, Q);
    }

    /** How far a scan's vectors lie from its baseline's; null where it has none. */
    public static ScanSummary.@Nullable Drift drift(List<Shape> shapes) {
        boolean[] moved = moved(shapes);
        String baseline = null;
        int compared = 0;
        int further = 0;
        double furthest = 0;
        for (int i = 0; i < moved.length; i++) {
            Shape shape = shapes.get(i);
            if (shape.baseline() != null && shape.energyDistance() != null) {
                baseline = shape.baseline();
                compared++;
                further += moved[i] ? 1 : 0;
                furthest = Math.max(furthest, shape.energyDistance());
            }
        }
        return baseline == null ? null : new ScanSummary.Drift(baseline, compared, further, furthest);
    }

    private static boolean hasDrifted(String label, List<Shape> shapes, boolean[] moved) {
        int layers = 0;
        int changed = 0;
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).label().equals(label)) {
                layers++;
                changed += moved[i] ? 1 : 0;
            }
        }
        return changed >= LAYERS * layers && changed > 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
