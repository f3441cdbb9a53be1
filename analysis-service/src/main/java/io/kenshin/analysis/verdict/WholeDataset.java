package io.kenshin.analysis.verdict;

import io.kenshin.analysis.map.Maps;
import io.kenshin.analysis.probe.ModelProbes;
import io.kenshin.analysis.replay.LogReplay;
import io.kenshin.analysis.report.Reports;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.outbox.Lease;
import io.kenshin.scan.Choice;
import io.kenshin.scan.Replay;
import io.kenshin.scan.ScanStudy;
import io.kenshin.scan.Scores;
import io.kenshin.scan.rare.Room;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.syntax.SyntaxRewriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** The analysis of a whole data set: fit on a reservoir, investigate, score every sample, draw, conclude. */
@ApplicationScoped
public class WholeDataset {
    private static final Logger LOG = Logger.getLogger(WholeDataset.class);

    private final LogReplay log;
    private final ModelProbes probes;
    private final AnalysisSettings settings;
    private final Reports reports;
    private final Baselines baselines;
    private final Maps maps;

    WholeDataset(
            LogReplay log,
            ModelProbes probes,
            AnalysisSettings settings,
            Reports reports,
            Baselines baselines,
            Maps maps) {
        this.log = log;
        this.probes = probes;
        this.settings = settings;
        this.reports = reports;
        this.baselines = baselines;
        this.maps = maps;
    }

    ScanReport analyse(ScanPlan plan, Stages stages, Lease lease) {
        String scanId = plan.scanId();
        Replay replay = each -> log.read(scanId, each);
        // The same model, data and choice of samples give the same report, whichever scan it is.
        long seed = Objects.hash(plan.dataset(), plan.model(), plan.version());
        ScanStudy study = new ScanStudy(
                plan,
                Thresholds.of(settings),
                probes.of(plan.directory()),
                new SyntaxRewriter(new TokenRewriter()),
                seed);
        reports.progress(scanId, "fit", 0, 1);
        Choice choice = study.choose(Room.of(settings.reservoir(), settings.sketch()), replay);
        ChosenSamples samples = choice.byId();
        noticed(choice);
        stages.end("fit");
        // What was looked for is not what the samples are like.
        List<ScanReport.Shape> shapes = baselines.shapes(plan, choice.drawn());
        stages.end("shapes");
        Investigation.Result result =
                study.investigate(samples, (stage, done, total) -> reports.progress(scanId, stage.text(), done, total));
        stages.end("investigate");
        reports.progress(scanId, "score", 0, 1);
        Path model = Path.of(plan.directory());
        WeakEvidence weak = study.weak(samples, result, some -> Losses.of(model, some));
        Scores scores = study.score(samples, result, weak, replay);
        stages.end("score");
        reports.progress(scanId, "map", 0, 1);
        maps.draw(plan, samples.views().isEmpty() ? "none" : samples.view(0), scores.mapSamples(), lease);
        stages.end("map");
        ScanReport report = stages.report(plan, study.conclude(scores, choice.least(), shapes));
        if (report.verdict() == Verdict.HEALTHY) {
            baselines.keep(plan, choice.drawn(), lease);
        }
        return report;
    }

    private static void noticed(Choice choice) {
        if (!choice.isAll()) {
            LOG.infof(
                    "%d patterns noticed among all samples; with fewer than %s carriers of each label none is",
                    choice.rare().size(), choice.least());
        }
    }
}
