package io.kenshin.analysis.verdict;

import io.kenshin.analysis.AnalysisFlow;
import io.kenshin.analysis.map.Maps;
import io.kenshin.analysis.replay.LogReplay;
import io.kenshin.analysis.replay.Scan;
import io.kenshin.analysis.report.Reports;
import io.kenshin.analysis.watch.Recognition;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.InvestigationSettings;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.syntax.SyntaxRewriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Turns a complete scan into a verdict: fit on a reservoir, investigate, score every sample, report. */
@ApplicationScoped
public class ScanAnalysis {
    private static final Logger LOG = Logger.getLogger(ScanAnalysis.class);

    private final Database database;
    private final LogReplay replay;
    private final AnalysisFlow flow;
    private final AnalysisSettings settings;
    private final Reports reports;
    private final Baselines baselines;
    private final Maps maps;
    private final Recognition recognition;

    ScanAnalysis(
            Database database,
            LogReplay replay,
            AnalysisFlow flow,
            AnalysisSettings settings,
            Reports reports,
            Baselines baselines,
            Maps maps,
            Recognition recognition) {
        this.database = database;
        this.replay = replay;
        this.flow = flow;
        this.settings = settings;
        this.reports = reports;
        this.baselines = baselines;
        this.maps = maps;
        this.recognition = recognition;
    }

    /** Analyses a scan whose vectors are all there; one that is finished is left alone. */
    public void run(String scanId) {
        Scan scan = database.persistently(session -> session.find(Scan.class, scanId));
        if (scan == null || scan.state.equals(Scan.FINISHED)) {
            return;
        }
        MDC.put("scan", scanId);
        try {
            run(scan);
        } finally {
            MDC.remove("scan");
        }
    }

    private void run(Scan scan) {
        String scanId = scan.id;
        ScanPlan plan = Json.read(scan.plan, ScanPlan.class);
        Instant ordered = Objects.requireNonNullElse(scan.ordered, Instant.now());
        Stages stages = new Stages(ordered);
        stages.add("embed", Duration.between(ordered, Instant.now()));
        try {
            reports.finish(plan, plan.newOnly() ? recognise(plan, stages) : analyse(plan, stages));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.infof("scan %s stopped with the service; it goes on after the restart", scanId);
                return;
            }
            LOG.errorf(e, "scan %s failed", scanId);
            reports.finish(plan, stages.report(plan, Conclusion.failed(plan, String.valueOf(e.getMessage()))));
        }
    }

    /** Seconds of each stage since the order, one after the other. */
    private static final class Stages {
        private final Instant ordered;
        private final List<ScanReport.Stage> stages = new ArrayList<>();
        private long since = System.nanoTime();

        Stages(Instant ordered) {
            this.ordered = ordered;
        }

        void add(String name, Duration time) {
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

    private ScanReport analyse(ScanPlan plan, Stages stages) {
        reports.progress(plan.scanId(), "fit", 0, 1);
        Reservoir reservoir = new Reservoir(plan, settings.reservoir());
        replay.read(plan.scanId(), reservoir::add);
        stages.end("fit");
        List<ScanReport.Shape> shapes = baselines.shapes(plan, reservoir);
        stages.end("shapes");
        Investigation investigation = new Investigation(
                investigationSettings(plan),
                codes -> flow.predict(plan.directory(), codes),
                new SyntaxRewriter(new TokenRewriter()),
                (stage, done, total) -> reports.progress(plan.scanId(), stage, done, total));
        Investigation.Result result =
                investigation.run(reservoir.samples(), plan.labels().size());
        stages.end("investigate");
        reports.progress(plan.scanId(), "score", 0, 1);
        Scoring scoring = new Scoring(
                plan, result, reservoir, settings.unproven(), codes -> flow.predict(plan.directory(), codes));
        replay.read(plan.scanId(), scoring::add);
        stages.end("score");
        reports.progress(plan.scanId(), "map", 0, 1);
        maps.draw(plan, reservoir.views().isEmpty() ? "none" : reservoir.view(0), scoring.mapSamples());
        stages.end("map");
        ScanReport report = stages.report(plan, Conclusion.of(plan, scoring, shapes));
        if (report.verdict() == Verdict.HEALTHY) {
            baselines.keep(plan, reservoir);
        }
        return report;
    }

    /** New samples alone: judged by what is proven already. */
    private ScanReport recognise(ScanPlan plan, Stages stages) {
        Recognition.Recognised seen = recognition.look(plan);
        stages.end("recognise");
        return stages.report(plan, Conclusion.of(plan, seen));
    }

    private InvestigationSettings investigationSettings(ScanPlan plan) {
        // The same model and data give the same report, whichever scan it is.
        long seed = Objects.hash(plan.dataset(), plan.model(), plan.version());
        return new InvestigationSettings(
                settings.trials(),
                settings.candidates(),
                settings.clusters(),
                settings.probes(),
                settings.flipRate(),
                settings.removalRate(),
                settings.gap(),
                settings.otherAuc(),
                settings.q(),
                seed);
    }
}
