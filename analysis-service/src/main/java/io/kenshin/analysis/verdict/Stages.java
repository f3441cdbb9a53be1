package io.kenshin.analysis.verdict;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.scan.Conclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stages of a scan since its order, one after the other, with the seconds of each. */
final class Stages {
    private final Instant ordered;
    private final List<ScanReport.Stage> stages = new ArrayList<>();
    private long since = System.nanoTime();

    /** The vectors have come by now. */
    Stages(Instant ordered) {
        this.ordered = ordered;
        add("embed", Duration.between(ordered, Instant.now()));
    }

    private void add(String name, Duration time) {
        stages.add(new ScanReport.Stage(name, time.toMillis() / 1000.0));
        since = System.nanoTime();
    }

    void end(String name) {
        add(name, Duration.ofNanos(System.nanoTime() - since));
    }

    ScanReport report(ScanPlan plan, Conclusion conclusion) {
        double seconds = Duration.between(ordered, Instant.now()).toMillis() / 1000.0;
        return conclusion.report(plan, List.copyOf(stages), seconds);
    }
}
