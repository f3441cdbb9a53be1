package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judge;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.InvestigationListener;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.Prober;
import io.kenshin.scan.Conclusion;
import io.kenshin.scan.Replay;
import io.kenshin.scan.ScanStudy;
import io.kenshin.scan.Scores;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.syntax.SyntaxRewriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scan as the analysis service makes it, without the service around it. */
public final class KenshinDetector implements Detector {
    static final String NAME = "kenshin";
    /** Every so many samples are embedded again, to know what the whole costs on this machine at this moment. */
    private static final int TIMED = 8;
    /** Of the planted trigger's carriers, the least part that is poisoned. */
    private static final double PLANTED = 0.5;

    private final long seed;

    KenshinDetector(long seed) {
        this.seed = seed;
    }

    @Override
    public List<Outcome> run(Victim victim) throws IOException {
        ChosenSamples samples = victim.chosen();
        try (CodeModel model = victim.open()) {
            double embedSeconds = timeEmbedding(model, samples.samples());
            ScanStudy study = study(victim, model, seed);
            long start = System.nanoTime();
            Investigation.Result result = study.investigate(samples, InvestigationListener.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            Conclusion conclusion = conclude(study, victim, samples, result);
            List<Outcome> outcomes = new ArrayList<>(List.of(judge(victim, result, conclusion, seconds, embedSeconds)));
            outcomes.addAll(Ablation.of(victim, result));
            return outcomes;
        }
    }

    /** The investigation of a scan. */
    public static Investigation.Result investigate(Victim victim, List<Sample> samples, CodeModel model, long seed) {
        return study(victim, model, seed)
                .investigate(new ChosenSamples(samples, List.of(), Map.of()), InvestigationListener.NONE);
    }

    /** A whole scan, from the stored vectors to what would be reported. */
    public static Conclusion scan(Victim victim, long seed) throws IOException {
        ChosenSamples samples = victim.chosen();
        try (CodeModel model = victim.open()) {
            ScanStudy study = study(victim, model, seed);
            return conclude(study, victim, samples, study.investigate(samples, InvestigationListener.NONE));
        }
    }

    private static ScanStudy study(Victim victim, CodeModel model, long seed) {
        return new ScanStudy(
                victim.plan(),
                Thresholds.DEFAULTS,
                Prober.ofClassifier(model::logits),
                new SyntaxRewriter(new TokenRewriter()),
                seed);
    }

    /** Weak scores decide nothing and are measured by themselves: see {@link EvidenceDetectors}. */
    private static Conclusion conclude(
            ScanStudy study, Victim victim, ChosenSamples samples, Investigation.Result result) throws IOException {
        Scores scores = study.score(samples, result, WeakEvidence.none(), reading(victim));
        return study.conclude(scores, List.of());
    }

    private static Replay reading(Victim victim) {
        return each -> {
            try {
                victim.replay(each);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static double timeEmbedding(CodeModel model, List<Sample> samples) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < samples.size(); i += TIMED) {
            some.add(samples.get(i).code());
        }
        long start = System.nanoTime();
        model.embed(some);
        return (System.nanoTime() - start) / 1e9 * samples.size() / some.size();
    }

    private static Outcome judge(
            Victim victim, Investigation.Result result, Conclusion conclusion, double seconds, double embedSeconds) {
        BitSet quarantined = samples(victim, conclusion, Decision.QUARANTINE);
        BitSet review = samples(victim, conclusion, Decision.REVIEW);
        @Nullable Integer rank = null;
        List<Outcome.Judged> patterns = new ArrayList<>();
        for (Finding finding : result.findings()) {
            Outcome.Judged judged = judged(victim, finding);
            patterns.add(judged);
            if (rank == null && judged.poisoned() > PLANTED * judged.carriers().length) {
                rank = patterns.size();
            }
        }
        String verdict = conclusion.verdict().name().toLowerCase(Locale.ROOT);
        Outcome.Counts counts = Outcome.Counts.of(victim, quarantined);
        BitSet either = (BitSet) quarantined.clone();
        either.or(review);
        Outcome.Counts held = Outcome.Counts.of(victim, either);
        return new Outcome(
                NAME,
                counts.recall(),
                counts.falsePositiveRate(),
                (double) review.cardinality() / victim.samples().size(),
                rank,
                verdict,
                seconds,
                embedSeconds,
                result.probes(),
                held.recall(),
                held.falsePositiveRate(),
                patterns);
    }

    private static Outcome.Judged judged(Victim victim, Finding finding) {
        int[] carriers = finding.candidate().carriers().stream().toArray();
        int poisoned = 0;
        for (int i : carriers) {
            poisoned += victim.samples().get(i).poisoned() ? 1 : 0;
        }
        return new Outcome.Judged(
                finding.judgement().name(),
                finding.candidate().pattern().text(),
                finding.candidate().target().index(),
                carriers,
                poisoned,
                finding.insertion().value(),
                finding.placebo().value(),
                finding.removal().value(),
                Judge.Figures.of(finding).sham(),
                finding.effect().believed(),
                finding.evidence(),
                finding.chance(),
                finding.p());
    }

    /** Positions of the samples that a scan decides so about. */
    private static BitSet samples(Victim victim, Conclusion conclusion, Decision decision) {
        Set<String> ids = conclusion.findings().stream()
                .filter(finding -> finding.decision() == decision)
                .map(SampleFinding::sampleId)
                .collect(Collectors.toSet());
        BitSet samples = new BitSet();
        for (int i = 0; i < victim.samples().size(); i++) {
            samples.set(i, ids.contains(victim.samples().get(i).id()));
        }
        return samples;
    }
}
