package io.kenshin.analysis.verdict;

import io.kenshin.analysis.AnalysisFlow;
import io.kenshin.analysis.map.Maps;
import io.kenshin.analysis.replay.LogReplay;
import io.kenshin.analysis.replay.Scan;
import io.kenshin.analysis.report.Reports;
import io.kenshin.analysis.watch.Recognition;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.detection.Finding.Judgement;
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
        Stages stages = new Stages();
        stages.add("embed", Duration.between(ordered, Instant.now()));
        try {
            reports.finish(plan, plan.newOnly() ? recognise(plan, ordered, stages) : analyse(plan, ordered, stages));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.infof("scan %s stopped with the service; it goes on after the restart", scanId);
                return;
            }
            LOG.errorf(e, "scan %s failed", scanId);
            reports.finish(plan, failed(plan, ordered, stages, String.valueOf(e.getMessage())));
        }
    }

    /** Seconds of each stage, in order. */
    private static final class Stages {
        private final List<ScanReport.Stage> stages = new ArrayList<>();
        private long since = System.nanoTime();

        void add(String name, Duration time) {
            stages.add(new ScanReport.Stage(name, time.toMillis() / 1000.0));
            since = System.nanoTime();
        }

        void end(String name) {
            add(name, Duration.ofNanos(System.nanoTime() - since));
        }
    }

    private ScanReport analyse(ScanPlan plan, Instant ordered, Stages stages) {
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
        ScanReport report = report(plan, scoring, shapes, ordered, stages);
        if (report.verdict() == Verdict.HEALTHY) {
            baselines.keep(plan, reservoir);
        }
        return report;
    }

    /** New samples alone: judged by what is proven already. */
    private ScanReport recognise(ScanPlan plan, Instant ordered, Stages stages) {
        Recognition.Recognised seen = recognition.look(plan);
        stages.end("recognise");
        Verdict verdict;
        String reason;
        if (seen.scored() == 0) {
            verdict = Verdict.FAILED;
            reason = noneScored(seen.failures());
        } else if (seen.findings().isEmpty()) {
            verdict = Verdict.HEALTHY;
            reason = seen.known() == 0
                    ? "no trigger is known yet that these new samples could carry; a scan of everything looks for them"
                    : "none of these new samples carries one of the " + seen.known() + " triggers known";
        } else {
            boolean proven = seen.findings().stream().anyMatch(found -> found.decision() == Decision.QUARANTINE);
            verdict = proven ? Verdict.POISONED : Verdict.SUSPICIOUS;
            reason = seen.findings().size() + " new samples carry triggers that were proven before";
        }
        int failed = seen.failures().size();
        return new ScanReport(
                plan.scanId(),
                plan.dataset(),
                plan.model(),
                plan.version(),
                verdict,
                reason,
                new ScanReport.Samples(plan.samples(), seen.scored(), failed, plan.samples() - seen.scored() - failed),
                seen.findings(),
                seen.triggers(),
                List.of(),
                seen.failures(),
                List.of(),
                stages.stages,
                List.of(),
                Duration.between(ordered, Instant.now()).toMillis() / 1000.0,
                List.of());
    }

    private static String noneScored(List<ScanReport.Failed> failures) {
        return "no sample could be scored; the first failed because "
                + (failures.isEmpty() ? "it did not arrive" : failures.get(0).reason());
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

    private static ScanReport report(
            ScanPlan plan, Scoring scoring, List<ScanReport.Shape> shapes, Instant ordered, Stages stages) {
        List<TriggerReport> proven = scoring.triggers(Judgement.TRIGGER);
        List<TriggerReport> suspects = scoring.triggers(Judgement.SUSPECT);
        List<SampleFinding> findings = scoring.findings();
        int failed = scoring.failures().size();
        int unaccounted = plan.samples() - scoring.scored() - failed;
        Verdict verdict;
        String reason;
        if (scoring.scored() == 0) {
            verdict = Verdict.FAILED;
            reason = noneScored(scoring.failures());
        } else if (!proven.isEmpty()) {
            verdict = Verdict.POISONED;
            reason = proven.size() + " proven trigger" + (proven.size() == 1 ? "" : "s") + ", carried by "
                    + proven.stream().mapToInt(TriggerReport::carriers).sum() + " samples";
        } else if (!suspects.isEmpty()) {
            verdict = Verdict.SUSPICIOUS;
            reason = "a pattern flips the model but the proof is incomplete: please review";
        } else {
            verdict = Verdict.HEALTHY;
            reason = "no pattern that flips the model is foreign to its samples";
        }
        List<TriggerReport> triggers = new ArrayList<>(proven);
        triggers.addAll(suspects);
        return new ScanReport(
                plan.scanId(),
                plan.dataset(),
                plan.model(),
                plan.version(),
                verdict,
                reason,
                new ScanReport.Samples(plan.samples(), scoring.scored(), failed, unaccounted),
                findings,
                triggers,
                scoring.shortcuts(),
                scoring.failures(),
                shapes,
                stages.stages,
                scoring.devices(),
                Duration.between(ordered, Instant.now()).toMillis() / 1000.0,
                scoring.examples());
    }

    private static ScanReport failed(ScanPlan plan, Instant ordered, Stages stages, String reason) {
        return new ScanReport(
                plan.scanId(),
                plan.dataset(),
                plan.model(),
                plan.version(),
                Verdict.FAILED,
                reason,
                new ScanReport.Samples(plan.samples(), 0, plan.samples(), 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                stages.stages,
                List.of(),
                Duration.between(ordered, Instant.now()).toMillis() / 1000.0,
                List.of());
    }
}
