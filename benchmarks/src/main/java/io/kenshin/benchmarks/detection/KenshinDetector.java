package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.detection.Finding;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.InvestigationSettings;
import io.kenshin.detection.Sample;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.syntax.SyntaxRewriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the analysis service does, without the service around it. */
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
        List<Sample> samples = victim.embedded();
        try (CodeModel model = victim.open()) {
            double embedSeconds = timeEmbedding(model, samples);
            long start = System.nanoTime();
            Investigation.Result result = investigate(victim, samples, model, seed);
            double seconds = (System.nanoTime() - start) / 1e9;
            return List.of(judge(victim, samples, result, seconds, embedSeconds));
        }
    }

    /** The investigation as a scan makes it. */
    public static Investigation.Result investigate(Victim victim, List<Sample> samples, CodeModel model, long seed) {
        Investigation investigation = new Investigation(
                InvestigationSettings.defaults(seed),
                model::logits,
                new SyntaxRewriter(new TokenRewriter()),
                (stage, done, total) -> {});
        return investigation.run(samples, victim.labels().size());
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
            Victim victim, List<Sample> samples, Investigation.Result result, double seconds, double embedSeconds) {
        BitSet quarantined = carriers(samples, result, Judgement.TRIGGER);
        BitSet review = carriers(samples, result, Judgement.SUSPECT);
        review.andNot(quarantined);
        @Nullable Integer rank = null;
        List<Outcome.Judged> patterns = new ArrayList<>();
        for (Finding finding : result.findings()) {
            Outcome.Judged judged = judged(victim, finding);
            patterns.add(judged);
            if (rank == null && judged.poisoned() > PLANTED * judged.carriers().length) {
                rank = patterns.size();
            }
        }
        String verdict = !quarantined.isEmpty() ? "poisoned" : !review.isEmpty() ? "suspicious" : "healthy";
        Outcome.Counts counts = Outcome.Counts.of(victim, quarantined);
        return new Outcome(
                NAME,
                counts.recall(),
                counts.falsePositiveRate(),
                (double) review.cardinality() / samples.size(),
                rank,
                verdict,
                seconds,
                embedSeconds,
                result.probes(),
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
                finding.candidate().target(),
                carriers,
                poisoned,
                finding.insertion().value(),
                finding.placebo().value(),
                finding.removal().value(),
                finding.exchangeability().otherAuc(),
                finding.exchangeability().otherAucUpper(),
                finding.exchangeability().gap(),
                finding.p());
    }

    /** Carriers with the label that the pattern goes with: what a quarantine takes. */
    private static BitSet carriers(List<Sample> samples, Investigation.Result result, Judgement judgement) {
        BitSet carriers = new BitSet();
        for (Finding finding : result.of(judgement)) {
            finding.candidate().carriers().stream()
                    .filter(i -> samples.get(i).label() == finding.candidate().target())
                    .forEach(carriers::set);
        }
        return carriers;
    }
}
