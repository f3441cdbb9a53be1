package io.kenshin.scan.carrier;

import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.ScanReport.Device;
import io.kenshin.contracts.vector.VectorBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The account of a scan's samples: which could be scored, which failed and why, and what each device did. */
public final class Tally {
    private final List<String> labels;
    private final List<ScanReport.Failed> failures = new ArrayList<>();
    private final Map<String, Device> devices = new TreeMap<>();
    private int scored;

    /** @param labels those that the model knows */
    public Tally(List<String> labels) {
        this.labels = labels;
    }

    /** @return the rows that can be scored */
    public List<VectorBatch.Row> count(VectorBatch batch) {
        devices.merge(
                batch.device(),
                new Device(batch.device(), batch.seconds(), batch.rows().size()),
                (a, b) -> new Device(a.device(), a.seconds() + b.seconds(), a.samples() + b.samples()));
        List<VectorBatch.Row> rows = new ArrayList<>();
        for (VectorBatch.Row row : batch.rows()) {
            if (row.error() != null) {
                failures.add(new ScanReport.Failed(row.sampleId(), row.externalId(), row.error()));
            } else if (!labels.contains(row.label())) {
                String reason = "label '" + row.label() + "' is none of the model's " + labels;
                failures.add(new ScanReport.Failed(row.sampleId(), row.externalId(), reason));
            } else {
                rows.add(row);
            }
        }
        scored += rows.size();
        return rows;
    }

    public int scored() {
        return scored;
    }

    /** By sample. */
    public List<ScanReport.Failed> failures() {
        return failures.stream()
                .sorted(Comparator.comparing(ScanReport.Failed::sampleId))
                .toList();
    }

    /** By name. */
    public List<Device> devices() {
        return List.copyOf(devices.values());
    }
}
