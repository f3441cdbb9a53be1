package io.kenshin.scan;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.code.Rewriter;
import io.kenshin.detection.study.InvestigationListener;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.Prober;
import io.kenshin.scan.label.Contradictions;
import io.kenshin.scan.rare.Fetch;
import io.kenshin.scan.rare.Notices;
import io.kenshin.scan.rare.PatternCounts;
import io.kenshin.scan.rare.Room;
import io.kenshin.scan.rare.Strangers;
import io.kenshin.scan.report.Examples;
import io.kenshin.scan.report.JudgedTrigger;
import io.kenshin.scan.report.LossSource;
import io.kenshin.scan.report.PowerReports;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.scan.sample.Reservoir;
import java.util.List;

/**
 * The whole of a scan but for where its vectors come from and where its report goes. The steps are taken in this order:
 * {@link #choose} samples in a first reading, or in three or four when there are many, {@link #investigate} them,
 * {@link #score} every sample in a last reading, {@link #conclude}.
 */
public final class ScanStudy {
    private final ScanPlan plan;
    private final Thresholds thresholds;
    private final Prober prober;
    private final Rewriter rewriter;
    private final long seed;

    /**
     * @param prober asks the model that is scanned
     * @param seed of every random choice
     */
    public ScanStudy(ScanPlan plan, Thresholds thresholds, Prober prober, Rewriter rewriter, long seed) {
        this.plan = plan;
        this.thresholds = thresholds;
        this.seed = seed;
        this.prober = prober;
        this.rewriter = rewriter;
    }

    /** Chooses in as much room as where nobody says otherwise. */
    public Choice choose(int most, Replay replay) {
        return choose(Room.of(most, Room.SKETCH_MEGABYTES), replay);
    }

    /**
     * The first reading. When the scan has more samples than there is room for, the patterns of all of them are counted
     * beside; where text tells labels apart, it is then counted whose carriers are strangers in their label; those that
     * are no chance are noticed; and in the last of these readings their carriers are fetched.
     *
     * @param room how many samples are looked at; all are scored whatever their number
     */
    public Choice choose(Room room, Replay replay) {
        Reservoir reservoir = new Reservoir(plan, room.samples());
        if (plan.samples() <= room.samples()) {
            replay.read(reservoir::add);
            return Choice.ofAll(reservoir);
        }
        PatternCounts counts = new PatternCounts(plan, room.sketchBytes());
        replay.read(batch -> {
            reservoir.add(batch);
            counts.add(batch);
        });
        counts.close();
        Strangers strangers = new Strangers(plan, counts, room, reservoir.byId().samples());
        if (!strangers.isEmpty()) {
            replay.read(strangers::add);
        }
        Notices notices = new Notices(plan, strangers);
        replay.read(notices::add);
        Fetch fetch = new Fetch(plan, strangers, notices, room);
        if (!fetch.isEmpty()) {
            replay.read(fetch::add);
        }
        return Choice.of(plan, reservoir, notices, fetch);
    }

    /** Looks for patterns that flip the model. Outcomes depend on the order of the samples. */
    public Investigation.Result investigate(ChosenSamples samples, InvestigationListener listener) {
        return investigate(samples, new Investigation(), listener);
    }

    /** The same with other sources or rules. */
    public Investigation.Result investigate(
            ChosenSamples samples, Investigation investigation, InvestigationListener listener) {
        Study.Means means = new Study.Means(prober, rewriter, listener);
        return investigation.run(new Study(samples.samples(), plan.labels().size(), thresholds, means, seed));
    }

    /** The published scores of the samples that somebody will look at. */
    public WeakEvidence weak(ChosenSamples samples, Investigation.Result result, LossSource losses) {
        return WeakEvidence.of(
                samples.samples(), JudgedTrigger.of(result), plan.labels().size(), losses);
    }

    /** The last reading. */
    public Scores score(ChosenSamples samples, Investigation.Result result, WeakEvidence weak, Replay replay) {
        Contradictions contradictions =
                Contradictions.of(samples, result, plan.labels().size(), thresholds.labels(), seed);
        Scores scores = new Scores(plan, samples, result, weak, contradictions, prober);
        replay.read(scores::add);
        return scores;
    }

    /** Of a scan every sample of which was looked at. */
    public Conclusion conclude(Scores scores, List<ScanReport.Shape> shapes) {
        return conclude(scores, List.of(), shapes);
    }

    /**
     * @param noticed see {@link Choice#least}
     * @param shapes what the vectors of each label look like
     */
    public Conclusion conclude(Scores scores, List<Integer> noticed, List<ScanReport.Shape> shapes) {
        List<ScanReport.Example> examples = scores.proven().stream()
                .flatMap(trigger -> Examples.of(trigger, scores.samples(), plan.labels(), prober).stream())
                .toList();
        List<ScanReport.Power> power = PowerReports.of(plan, scores.power(), noticed);
        return Conclusion.of(plan, scores, new Conclusion.Beside(shapes, examples, power));
    }
}
