package io.kenshin.scan;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.code.Rewriter;
import io.kenshin.detection.study.InvestigationListener;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.Prober;
import io.kenshin.scan.report.Examples;
import io.kenshin.scan.report.JudgedTrigger;
import io.kenshin.scan.report.LossSource;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.scan.sample.Reservoir;
import java.util.List;

/**
 * The whole of a scan but for where its vectors come from and where its report goes. The steps are taken in this order:
 * {@link #choose} samples in a first reading, {@link #investigate} them, {@link #score} every sample in a second
 * reading, {@link #conclude}.
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

    /**
     * The first reading.
     *
     * @param most about how many samples are looked at; all are scored whatever their number
     */
    public Reservoir choose(int most, Replay replay) {
        Reservoir reservoir = new Reservoir(plan, most);
        replay.read(reservoir::add);
        return reservoir;
    }

    /** Looks for patterns that flip the model. Outcomes depend on the order of the samples. */
    public Investigation.Result investigate(ChosenSamples samples, InvestigationListener listener) {
        Study.Means means = new Study.Means(prober, rewriter, listener);
        return new Investigation()
                .run(new Study(samples.samples(), plan.labels().size(), thresholds, means, seed));
    }

    /** The published scores of the samples that somebody will look at. */
    public WeakEvidence weak(ChosenSamples samples, Investigation.Result result, LossSource losses) {
        return WeakEvidence.of(
                samples.samples(), JudgedTrigger.of(result), plan.labels().size(), losses);
    }

    /** The second reading. */
    public Scores score(ChosenSamples samples, Investigation.Result result, WeakEvidence weak, Replay replay) {
        Scores scores = new Scores(plan, samples, result, weak, prober);
        replay.read(scores::add);
        return scores;
    }

    /** @param shapes what the vectors of each label look like */
    public Conclusion conclude(Scores scores, List<ScanReport.Shape> shapes) {
        List<ScanReport.Example> examples = scores.proven().stream()
                .flatMap(trigger -> Examples.of(trigger, scores.samples(), plan.labels(), prober).stream())
                .toList();
        return Conclusion.of(plan, scores, shapes, examples);
    }
}
