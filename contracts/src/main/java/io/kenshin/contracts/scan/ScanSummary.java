package io.kenshin.contracts.scan;

import io.kenshin.contracts.finding.TriggerReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a scan: the data of {@code io.kenshin.scan.completed.v1}.
 *
 * @param samples number of samples that the scan accounted for
 * @param findings number of findings on {@code kenshin.findings} for this scan
 * @param drift how far the vectors lie from the last healthy scan's; null where there is none
 */
public record ScanSummary(
        String scanId,
        String dataset,
        String model,
        int version,
        String directory,
        List<String> labels,
        Verdict verdict,
        String reason,
        int samples,
        int findings,
        List<TriggerReport> triggers,
        @Nullable Drift drift) {
    public static final String TYPE = "io.kenshin.scan.completed.v1";

    /** A summary of a scan that was compared with no other. */
    public ScanSummary(
            String scanId,
            String dataset,
            String model,
            int version,
            String directory,
            List<String> labels,
            Verdict verdict,
            String reason,
            int samples,
            int findings,
            List<TriggerReport> triggers) {
        this(scanId, dataset, model, version, directory, labels, verdict, reason, samples, findings, triggers, null);
    }

    /**
     * Labels and layers against those of the last healthy scan.
     *
     * @param compared how many pairs of label and layer
     * @param moved how many of them lie further away than chance explains
     * @param energyDistance of the pair that is furthest, in units of the vectors
     */
    public record Drift(String baseline, int compared, int moved, double energyDistance) {
        /** At most so likely by chance, and a pair counts as moved. */
        private static final double CHANCE = 0.01;

        /** Null where the shapes were compared with nothing. */
        public static @Nullable Drift of(List<ScanReport.Shape> shapes) {
            List<ScanReport.Shape> compared = shapes.stream()
                    .filter(shape ->
                            shape.baseline() != null && shape.energyDistance() != null && shape.pValue() != null)
                    .toList();
            if (compared.isEmpty()) {
                return null;
            }
            int moved = 0;
            double furthest = 0;
            for (ScanReport.Shape shape : compared) {
                Double p = shape.pValue();
                Double distance = shape.energyDistance();
                moved += p != null && p <= CHANCE ? 1 : 0;
                furthest = Math.max(furthest, distance == null ? 0 : distance);
            }
            return new Drift(String.valueOf(compared.get(0).baseline()), compared.size(), moved, furthest);
        }
    }
}
