package io.kenshin.analysis.trend;

import io.kenshin.contracts.scan.Change;
import io.kenshin.contracts.scan.ScanReport.Shape;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.detection.maths.Significance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule that compares a scan with the last healthy one. A proven cause is an attack, however the vectors lie. */
public final class Comparison {
    /** False discovery rate over all labels and layers. */
    private static final double Q = 0.05;
    /** A label has drifted when so many of its layers have moved: one layer alone moves by chance of the choice. */
    private static final double LAYERS = 0.5;

    private Comparison() {}

    /** @param sameVersion whether the baseline is of the version that was scanned */
    static Change change(Verdict verdict, List<Shape> shapes, boolean sameVersion) {
        return switch (verdict) {
            case POISONED -> Change.ATTACK;
            case SUSPICIOUS -> Change.SUSPECTED;
            case FAILED -> Change.UNKNOWN;
            case HEALTHY -> {
                if (shapes.stream().noneMatch(shape -> shape.baseline() != null)) {
                    yield Change.FIRST;
                }
                if (!sameVersion) {
                    yield Change.NEW_VERSION;
                }
                boolean[] moved = moved(shapes);
                yield shapes.stream().map(Shape::label).distinct().anyMatch(label -> hasDrifted(label, shapes, moved))
                        ? Change.DRIFT
                        : Change.STEADY;
            }
        };
    }

    /** Which of the shapes lie further from the baseline than chance explains (Benjamini–Hochberg). */
    static boolean[] moved(List<Shape> shapes) {
        double[] p = shapes.stream()
                .mapToDouble(shape -> shape.pValue() == null ? 1 : shape.pValue())
                .toArray();
        return Significance.benjaminiHochberg(p, Q);
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
}
