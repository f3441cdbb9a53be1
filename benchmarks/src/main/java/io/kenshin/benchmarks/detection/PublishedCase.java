package io.kenshin.benchmarks.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Kenshin's outcome of one case, rounded to what is published.
 *
 * @param rate part of the training samples that are poisoned
 * @param healed whether the model was trained again without what Kenshin had quarantined
 * @param attackSuccess part of held-out samples of other labels that the trigger turns
 * @param natural the same for the model that was trained on the same data without poison
 * @param recall part of the poisoned samples that was quarantined; null where there are none
 * @param falsePositives part of the innocent samples that was quarantined
 * @param review part of all samples that people are asked to look at
 * @param rank place of the planted trigger in the list, from 1; null where it is not in it
 * @param seconds of the scan without embedding
 * @param embedding seconds of embedding the same samples then and there
 * @param note why the outcome is what it is, where somebody has looked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedCase(
        String dataset,
        String attack,
        double rate,
        long seed,
        String split,
        boolean healed,
        double attackSuccess,
        double natural,
        String verdict,
        @Nullable Double recall,
        double falsePositives,
        double review,
        @Nullable Integer rank,
        int probes,
        long seconds,
        long embedding,
        @Nullable String note) {
    /** An attack that turns fewer held-out samples than this has not taken: there is little to detect. */
    static final double TAKEN = 0.6;

    static final Comparator<PublishedCase> ORDER = Comparator.comparing(PublishedCase::split)
            .thenComparing(PublishedCase::attack)
            .thenComparing(PublishedCase::dataset)
            .thenComparing(PublishedCase::rate)
            .thenComparing(PublishedCase::seed)
            .thenComparing(PublishedCase::healed);

    static PublishedCase of(Cell cell) {
        Outcome outcome = cell.outcome();
        return new PublishedCase(
                cell.dataset(),
                cell.family(),
                rounded(cell.rate(), 4),
                cell.seed(),
                cell.split(),
                cell.healed(),
                rounded(cell.attackSuccess(), 2),
                rounded(cell.natural(), 2),
                outcome.verdict(),
                outcome.recall() == null ? null : rounded(outcome.recall(), 3),
                rounded(outcome.falsePositiveRate(), 6),
                rounded(outcome.review(), 6),
                outcome.triggerRank(),
                Objects.requireNonNull(outcome.probes()),
                Math.round(outcome.seconds()),
                Math.round(Objects.requireNonNull(outcome.embedSeconds())),
                null);
    }

    static double rounded(double value, int digits) {
        return new BigDecimal(Double.toString(value))
                .setScale(digits, RoundingMode.HALF_UP)
                .doubleValue();
    }

    boolean attacked() {
        return !healed && !attack.equals("clean");
    }

    boolean hasTaken() {
        return attackSuccess >= TAKEN;
    }

    double found() {
        return recall == null ? 0 : recall;
    }

    /** The scan with its probes, in passes of embedding the same samples. */
    double cost() {
        return (double) (seconds + embedding) / embedding;
    }

    /** The case itself, whatever its outcome. */
    String key() {
        return dataset + " " + attack + " " + rate + " " + seed + " " + healed;
    }
}
