package io.kenshin.analysis.verdict;

import io.kenshin.analysis.probe.ModelProbes;
import io.kenshin.analysis.replay.LogReplay;
import io.kenshin.analysis.watch.KnownTriggers;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.scan.Conclusion;
import io.kenshin.scan.known.Recognition;
import jakarta.enterprise.context.ApplicationScoped;

/** The analysis of new samples alone: they are judged by what is proven already. */
@ApplicationScoped
public class NewSamples {
    private final LogReplay replay;
    private final ModelProbes probes;
    private final KnownTriggers triggers;

    NewSamples(LogReplay replay, ModelProbes probes, KnownTriggers triggers) {
        this.replay = replay;
        this.probes = probes;
        this.triggers = triggers;
    }

    ScanReport analyse(ScanPlan plan, Stages stages) {
        Recognition recognition = new Recognition(plan, triggers.of(plan), probes::of);
        replay.read(plan.scanId(), recognition::add);
        Conclusion conclusion = Conclusion.of(plan, recognition.look());
        stages.end("recognise");
        return stages.report(plan, conclusion);
    }
}
