package io.kenshin.benchmarks.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.detection.trial.CarrierEvidence;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A detector's answer about a victim, measured against the truth.
 *
 * @param detector its name
 * @param recall part of the poisoned samples that it found; null where there are none
 * @param falsePositiveRate part of the innocent samples that it took for poisoned
 * @param review part of all samples that people are asked to look at
 * @param triggerRank place of the planted trigger in its list, from 1; null if not there or it lists none
 * @param verdict what it says about the whole
 * @param seconds wall time, without embedding
 * @param embedSeconds wall time of embedding the same samples then and there, for the detectors that ask a model
 * @param probes questions to the model
 * @param poisonHeld part of the poisoned samples that is quarantined or shown to people; null where there are none or
 *     nobody looked
 * @param innocentHeld the same of the innocent ones
 * @param patterns what it judged, for the record and for the curve of thresholds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcome(
        String detector,
        @Nullable Double recall,
        double falsePositiveRate,
        double review,
        @Nullable Integer triggerRank,
        String verdict,
        double seconds,
        @Nullable Double embedSeconds,
        @Nullable Integer probes,
        @Nullable Double poisonHeld,
        @Nullable Double innocentHeld,
        @Nullable List<Judged> patterns) {

    /** A pattern with the figures that its judgement rests on. */
    record Judged(
            String judgement,
            String pattern,
            int target,
            int[] carriers,
            int poisoned,
            double insertion,
            double placebo,
            double removal,
            double sham,
            double believed,
            CarrierEvidence evidence,
            double chance,
            double p) {}

    /** Every pattern that was judged. */
    List<Judged> judged() {
        return patterns == null ? List.of() : patterns;
    }

    /** The patterns that got a judgement. */
    List<Judged> judged(String judgement) {
        return judged().stream()
                .filter(pattern -> pattern.judgement().equals(judgement))
                .toList();
    }

    /** A detector with a rule of its own. */
    static Outcome flagged(String detector, Victim victim, BitSet flagged, double seconds) {
        Counts counts = Counts.of(victim, flagged);
        String verdict = flagged.isEmpty() ? "healthy" : "poisoned";
        return new Outcome(
                detector,
                counts.recall(),
                counts.falsePositiveRate(),
                0,
                null,
                verdict,
                seconds,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * A detector that only gives scores: it gets the threshold that is best for it with hindsight, the greatest recall
     * at no more than that many false positives. No user could choose it; what it loses is lost for good.
     */
    static Outcome hindsight(String detector, Victim victim, double[] scores, double seconds, double most) {
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .toList();
        int innocent = victim.samples().size() - victim.poisoned();
        BitSet best = new BitSet();
        BitSet taken = new BitSet();
        int wrong = 0;
        for (int at = 0; at < order.size(); ) {
            double score = scores[order.get(at)];
            for (; at < order.size() && scores[order.get(at)] == score; at++) {
                taken.set(order.get(at));
                wrong += victim.samples().get(order.get(at)).poisoned() ? 0 : 1;
            }
            if (wrong > most * innocent) {
                break;
            }
            best = (BitSet) taken.clone();
        }
        boolean silent = Arrays.stream(scores).distinct().count() < 2;
        return flagged(detector, victim, silent ? new BitSet() : best, seconds);
    }

    /** Truth against flags. */
    record Counts(int right, int wrong, int poisoned, int innocent) {
        static Counts of(Victim victim, BitSet flagged) {
            int right = (int) flagged.stream()
                    .filter(i -> victim.samples().get(i).poisoned())
                    .count();
            int poisoned = victim.poisoned();
            return new Counts(
                    right,
                    flagged.cardinality() - right,
                    poisoned,
                    victim.samples().size() - poisoned);
        }

        @Nullable
        Double recall() {
            return poisoned == 0 ? null : (double) right / poisoned;
        }

        double falsePositiveRate() {
            return (double) wrong / innocent;
        }
    }
}
