package io.kenshin.benchmarks.detection;

import static io.kenshin.benchmarks.detection.PublishedCase.rounded;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a cell that was written down before, as it is kept.
 *
 * @param natural part of held-out samples that the trigger turns on the clean twin
 * @param poisonHeld part of the poisoned samples that is quarantined or shown to people
 * @param innocentHeld the same of the innocent ones
 * @param route how the planted trigger was proven: by the model, by its carriers, by both, or not
 * @param ablation what the rule would have quarantined if it ended earlier, by its last claim
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Looked(
        String dataset,
        String family,
        double rate,
        long seed,
        String split,
        boolean healed,
        int samples,
        int poisoned,
        double attackSuccess,
        double natural,
        double accuracy,
        String verdict,
        @Nullable Double recall,
        double falsePositives,
        double review,
        @Nullable Double poisonHeld,
        @Nullable Double innocentHeld,
        @Nullable Integer rank,
        int probes,
        long seconds,
        long embedding,
        String route,
        Map<String, Part> ablation) {
    /** Of a pattern's carriers, the least part that is poisoned for it to be a planted one. */
    private static final double PLANTED = 0.5;
    /** So much beyond ordinary code a trigger turns the model that obeys it. */
    private static final double BEYOND = 0.3;

    /** What a part of the rule finds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(@Nullable Double recall, double falsePositives) {}

    /** Rows of a run, one for each cell. */
    static List<Looked> of(List<Cell> cells) {
        return cells.stream()
                .filter(Cell::kenshin)
                .map(cell -> of(
                        cell,
                        cells.stream()
                                .filter(other -> other.ablation()
                                        && other.dataset().equals(cell.dataset())
                                        && other.family().equals(cell.family())
                                        && other.rate() == cell.rate()
                                        && other.seed() == cell.seed()
                                        && other.healed() == cell.healed())
                                .map(Cell::outcome)
                                .toList()))
                .toList();
    }

    private static Looked of(Cell cell, List<Outcome> parts) {
        Outcome outcome = cell.outcome();
        Map<String, Part> ablation = new LinkedHashMap<>();
        parts.forEach(part -> ablation.put(
                part.detector().substring(Ablation.PREFIX.length()),
                new Part(roundedOrNull(part.recall(), 3), rounded(part.falsePositiveRate(), 6))));
        return new Looked(
                cell.dataset(),
                cell.family(),
                rounded(cell.rate(), 4),
                cell.seed(),
                cell.split(),
                cell.healed(),
                cell.samples(),
                cell.poisoned(),
                rounded(cell.attackSuccess(), 6),
                rounded(cell.natural(), 6),
                rounded(cell.accuracy(), 3),
                outcome.verdict(),
                roundedOrNull(outcome.recall(), 3),
                rounded(outcome.falsePositiveRate(), 6),
                rounded(outcome.review(), 6),
                roundedOrNull(outcome.poisonHeld(), 3),
                roundedOrNull(outcome.innocentHeld(), 6),
                outcome.triggerRank(),
                Objects.requireNonNullElse(outcome.probes(), 0),
                Math.round(outcome.seconds()),
                Math.round(Objects.requireNonNullElse(outcome.embedSeconds(), 0.0)),
                route(outcome),
                ablation);
    }

    private static String route(Outcome outcome) {
        return outcome.judged("TRIGGER").stream()
                .filter(judged -> judged.poisoned() > PLANTED * judged.carriers().length)
                .map(judged -> judged.insertion() >= judged.placebo() + BEYOND ? "model" : "carriers")
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private static @Nullable Double roundedOrNull(@Nullable Double value, int digits) {
        return value == null ? null : Double.valueOf(rounded(value, digits));
    }

    /** The cell itself, whatever came of it. */
    String key() {
        return dataset + " " + family + " " + rate + " " + seed + (healed ? " healed" : "");
    }

    /** As goals look at it. */
    Cell cell() {
        Outcome outcome = new Outcome(
                KenshinDetector.NAME,
                recall,
                falsePositives,
                review,
                rank,
                verdict,
                seconds,
                (double) embedding,
                probes,
                poisonHeld,
                innocentHeld,
                null);
        return new Cell(
                family,
                rate,
                seed,
                dataset,
                split,
                healed,
                samples,
                poisoned,
                attackSuccess,
                natural,
                accuracy,
                outcome);
    }
}
