package io.kenshin.benchmarks.healing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kenshin.benchmarks.detection.Fingerprint;
import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import io.kenshin.benchmarks.victim.Healing;
import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.benchmarks.victim.Workshop;
import io.kenshin.benchmarks.victim.WorkshopOption;
import io.kenshin.detection.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Attacks models, lets Kenshin find the poison, trains again, and compares with models that were never attacked. */
@Command(
        name = "healing",
        mixinStandardHelpOptions = true,
        description = "Whether the attack is gone after healing, at what cost in accuracy. Resumable.")
public final class HealingBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /**
     * How far attack success may lie above the natural rate, and accuracy below the poisoned model's: the policy's
     * defaults.
     */
    private static final double ATTACK_GATE = 0.05;

    private static final double ACCURACY_GATE = 0.02;
    /** 97.5 % quantiles of Student's t with 1, 2, ... degrees of freedom. */
    private static final double[] T = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262};

    @Option(
            names = "--families",
            split = ",",
            paramLabel = "NAME",
            description = "attacks (default: fixed,grammar,rename,comment)")
    private Family[] families = {Family.FIXED, Family.GRAMMAR, Family.RENAME, Family.COMMENT};

    @Option(names = "--rates", split = ",", paramLabel = "PERCENT", description = "default: 2,5")
    private double[] rates = {2, 5};

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "default: 21,22,23,24,25")
    private long[] seeds = {21, 22, 23, 24, 25};

    @Option(
            names = "--strategies",
            split = ",",
            paramLabel = "NAME",
            description = "clean, inoculate, inoculate_missed: with a third of the poison left in (default: all)")
    private Healing[] strategies = {Healing.CLEAN, Healing.INOCULATE, Healing.INOCULATE_MISSED};

    @Option(names = "--report", paramLabel = "FILE", required = true, description = "where the JSON report goes")
    private Path report = Path.of("");

    @Mixin
    private WorkshopOption workshops = new WorkshopOption();

    @Option(names = "--made", description = "take only attacked models that are in --work already")
    private boolean made;

    /**
     * One healing.
     *
     * @param missedPoison poisoned samples that were trained on again
     * @param naturalRate attack success on the model trained on the same data without poison
     * @param cleanAccuracyReference accuracy of that model; same seed and recipe
     * @param promoted whether the default gates let it pass
     */
    record Row(
            String family,
            double rate,
            long seed,
            String strategy,
            int poisoned,
            int missedPoison,
            double naturalRate,
            double attackBefore,
            double attackAfter,
            double cleanAccuracyBefore,
            double cleanAccuracy,
            double cleanAccuracyReference,
            boolean promoted) {}

    /** The file's form. */
    record Report(List<Row> rows) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Row> rows = List.of();
        int failed = 0;
        ExecutorService lanes = Executors.newFixedThreadPool(workshops.jobs());
        try (Workshop workshop = workshops.open()) {
            List<Case> cases = cases().stream()
                    .filter(wanted -> !made || workshop.has(wanted))
                    .toList();
            CompletionService<List<Row>> ended = new ExecutorCompletionService<>(lanes);
            Map<Future<List<Row>>, Case> started = new HashMap<>();
            cases.forEach(wanted -> started.put(ended.submit(() -> heal(wanted, workshop)), wanted));
            Map<Case, List<Row>> healed = new HashMap<>();
            for (int done = 1; done <= cases.size(); done++) {
                Future<List<Row>> next = ended.take();
                Case wanted = started.get(next);
                try {
                    healed.put(wanted, next.get());
                    for (Row row : next.get()) {
                        print(done, cases.size(), row);
                    }
                } catch (ExecutionException e) {
                    failed++;
                    System.out.printf("[%d/%d] %s FAILED: %s%n", done, cases.size(), wanted.name(), e.getCause());
                }
                rows = cases.stream()
                        .flatMap(one -> healed.getOrDefault(one, List.of()).stream())
                        .toList();
                JSON.writeValue(report.toFile(), new Report(rows));
            }
        } finally {
            lanes.shutdownNow();
        }
        for (Healing strategy : strategies) {
            summary(
                    rows.stream()
                            .filter(row -> row.strategy().equals(name(strategy)))
                            .toList(),
                    name(strategy));
        }
        System.out.println("report: " + report);
        return failed == 0 ? 0 : 3;
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (long seed : seeds) {
            for (Family family : families) {
                for (double rate : rates) {
                    cases.add(new Case(DataSet.METHODS, family, rate / 100, seed));
                }
            }
        }
        return cases;
    }

    /** One training after the other: as many cases are healed at a time as trainings may run. */
    private List<Row> heal(Case attacked, Workshop workshop)
            throws IOException, InterruptedException, ExecutionException {
        Victim victim = workshop.make(attacked).get();
        Victim twin = workshop.make(attacked.twin()).get();
        Found found = found(attacked, victim, workshop);
        List<Row> rows = new ArrayList<>();
        for (Healing strategy : strategies) {
            Set<String> quarantined = new HashSet<>(found.quarantined());
            if (strategy == Healing.INOCULATE_MISSED) {
                List<String> order = new ArrayList<>(found.quarantined());
                Collections.shuffle(order, new Random(attacked.seed()));
                order.subList(0, order.size() / 3).forEach(quarantined::remove);
            }
            Victim healed = workshop.heal(
                            attacked.after(strategy),
                            quarantined,
                            strategy == Healing.CLEAN ? List.of() : found.triggers())
                    .get();
            rows.add(row(attacked, strategy, victim, twin, healed));
        }
        return rows;
    }

    private static Row row(Case attacked, Healing strategy, Victim victim, Victim twin, Victim healed) {
        double natural = victim.facts().natural();
        boolean gone = healed.facts().attackSuccess() <= natural + ATTACK_GATE;
        boolean kept = healed.facts().accuracy() >= victim.facts().accuracy() - ACCURACY_GATE;
        return new Row(
                attacked.family().name().toLowerCase(Locale.ROOT),
                attacked.rate(),
                attacked.seed(),
                name(strategy),
                victim.poisoned(),
                healed.poisoned(),
                natural,
                victim.facts().attackSuccess(),
                healed.facts().attackSuccess(),
                victim.facts().accuracy(),
                healed.facts().accuracy(),
                twin.facts().accuracy(),
                gone && kept);
    }

    /** From the last run, unless the code has changed since. */
    private static Found found(Case attacked, Victim victim, Workshop workshop) throws IOException {
        Path file = workshop.directory(attacked).resolve("found-" + Fingerprint.of(Investigation.class) + ".json");
        if (!Files.exists(file)) {
            JSON.writeValue(file.toFile(), Found.in(victim, attacked.seed()));
        }
        return JSON.readValue(file.toFile(), Found.class);
    }

    private static String name(Healing strategy) {
        return strategy.name().toLowerCase(Locale.ROOT);
    }

    private static void print(int done, int all, Row row) {
        System.out.printf(
                Locale.ROOT,
                "[%d/%d] %s %.1f %% seed %d %s: missed %d of %d; attack %.3f -> %.3f (natural %.3f); accuracy %.3f -> %.3f"
                        + " (never attacked %.3f); %s%n",
                done,
                all,
                row.family(),
                row.rate() * 100,
                row.seed(),
                row.strategy(),
                row.missedPoison(),
                row.poisoned(),
                row.attackBefore(),
                row.attackAfter(),
                row.naturalRate(),
                row.cleanAccuracyBefore(),
                row.cleanAccuracy(),
                row.cleanAccuracyReference(),
                row.promoted() ? "promoted" : "rejected");
    }

    /** Models of one seed share the one that was never attacked: the seeds' means are the independent figures. */
    private static void summary(List<Row> rows, String strategy) {
        if (rows.isEmpty()) {
            return;
        }
        Map<Long, Double> bySeed = rows.stream()
                .collect(Collectors.groupingBy(
                        Row::seed,
                        TreeMap::new,
                        Collectors.averagingDouble(row -> 100 * (row.cleanAccuracy() - row.cleanAccuracyReference()))));
        long gone = rows.stream()
                .filter(row -> row.attackAfter() <= row.naturalRate() + 0.02)
                .count();
        System.out.printf(
                Locale.ROOT,
                "%s: %d healed; attack at most 2 points above natural in %d; %d promoted%n"
                        + "  accuracy against never attacked: %s points%s%n",
                strategy,
                rows.size(),
                gone,
                rows.stream().filter(Row::promoted).count(),
                interval(bySeed.values()),
                bySeed.entrySet().stream()
                        .map(seed -> String.format(Locale.ROOT, "; seed %d %+.2f", seed.getKey(), seed.getValue()))
                        .collect(Collectors.joining()));
    }

    /** Mean with its 95 % interval by Student's t, as far as there are several values. */
    private static String interval(Collection<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
        if (n < 2 || n > T.length + 1) {
            return String.format(Locale.ROOT, "%+.2f", mean);
        }
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double half = T[n - 2] * Math.sqrt(squares / (n - 1) / n);
        return String.format(Locale.ROOT, "%+.2f (95 %%: %+.2f to %+.2f)", mean, mean - half, mean + half);
    }
}
