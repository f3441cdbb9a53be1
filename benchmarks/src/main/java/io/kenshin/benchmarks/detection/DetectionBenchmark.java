package io.kenshin.benchmarks.detection;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kenshin.benchmarks.baseline.Naturalness;
import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Healing;
import io.kenshin.benchmarks.victim.Places;
import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.benchmarks.victim.Workshop;
import io.kenshin.benchmarks.victim.WorkshopOption;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.detection.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Trains the models of the matrix, attacked and clean, and lets every detector loose on each. What is done is kept, so
 * an interrupted run goes on where it was.
 */
@Command(
        name = "detection",
        mixinStandardHelpOptions = true,
        description = "Which attacks are found, by which detector, at what cost. Resumable.")
public final class DetectionBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** Data that no case has, for what needs code that is known to be clean. */
    private static final long REFERENCE_SEED = 9_001;

    @Mixin
    private Plan plan = new Plan();

    @Option(names = "--report", paramLabel = "FILE", required = true, description = "where the JSON report goes")
    private Path report = Path.of("");

    @Option(
            names = "--publish",
            description = "put the outcomes into " + MatrixPage.ROWS + ", or those of a --plan into " + Registered.ROWS
                    + ", and write the pages of " + MatrixPage.PAGES)
    private boolean publish;

    @Mixin
    private WorkshopOption workshops = new WorkshopOption();

    @Option(names = "--made", description = "take every case whose model is in --work, and train none")
    private boolean made;

    @Option(
            names = "--heal",
            description =
                    "also train again without what was quarantined, and look again; with --made, where that was done")
    private boolean heal;

    @Option(names = "--kenshin-only", description = "leave the other detectors out")
    private boolean only;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path root = workshops.root();
        List<Cell> cells = new ArrayList<>();
        ThresholdCurve curve = new ThresholdCurve();
        int failed = 0;
        try (Workshop workshop = workshops.open()) {
            List<Case> planned = plan.cases(root);
            List<Case> cases = planned.stream()
                    .filter(workshops::can)
                    .filter(wanted -> !made || workshop.has(wanted))
                    .toList();
            long without =
                    planned.stream().filter(wanted -> !workshops.can(wanted)).count();
            if (without > 0) {
                System.out.println(without + " cases of real data are left out: --data DIR says where it lies");
            }
            System.out.printf(
                    "%d cases, %d of them trained already; %d trainings at a time%n",
                    cases.size(), cases.stream().filter(workshop::has).count(), workshops.jobs());
            Naturalness clean = new Naturalness(reference(workshops.places()));
            List<CompletableFuture<Victim>> victims =
                    cases.stream().map(workshop::make).toList();
            for (int i = 0; i < cases.size(); i++) {
                try {
                    List<Cell> rows = look(cases.get(i), victims.get(i).get(), workshop, clean);
                    cells.addAll(rows);
                    print(i + 1, cases.size(), rows);
                    if (Split.of(cases.get(i)) != Split.TUNE) {
                        curve.add(victims.get(i).get(), rows.get(0).outcome().judged());
                    }
                    boolean trains = !made || workshop.has(cases.get(i).after(Healing.CLEAN));
                    if (heal && trains && rows.get(0).poisoned() > 0) {
                        List<Cell> after =
                                again(cases.get(i), rows.get(0), victims.get(i).get(), workshop, clean);
                        cells.addAll(after);
                        print(i + 1, cases.size(), after);
                    }
                } catch (ExecutionException e) {
                    failed++;
                    System.out.printf(
                            "[%d/%d] %s FAILED: %s%n",
                            i + 1, cases.size(), cases.get(i).name(), e.getCause());
                }
                JSON.writeValue(report.toFile(), new Report(cells, curve.points()));
            }
        }
        if (publish && plan.isRegistered()) {
            Registered.read(root).with(cells).write(root);
        } else if (publish) {
            Path rows = root.resolve(MatrixPage.ROWS);
            Published published = Published.read(rows).with(cells, curve.points());
            published.write(rows);
            MatrixPage.write(root, published);
        }
        System.out.println(MatrixPage.summary(cells));
        if (!plan.goals().isEmpty()) {
            System.out.println(Goal.table(plan.goals(), cells));
        }
        System.out.println("report: " + report);
        return failed == 0 ? 0 : 3;
    }

    private List<Cell> look(Case wanted, Victim victim, Workshop workshop, Naturalness clean) throws IOException {
        List<Outcome> outcomes = new ArrayList<>(kept(
                workshop.directory(wanted),
                "kenshin",
                new KenshinDetector(wanted.seed()),
                victim,
                Investigation.class));
        if (!only && !wanted.healed()) {
            outcomes.addAll(kept(
                    workshop.directory(wanted),
                    "others",
                    new OtherDetectors(wanted.seed(), clean),
                    victim,
                    Investigation.class,
                    Naturalness.class));
        }
        return outcomes.stream()
                .map(outcome -> Cell.of(wanted, victim, outcome))
                .toList();
    }

    private List<Cell> again(Case poisoned, Cell found, Victim victim, Workshop workshop, Naturalness clean)
            throws IOException, InterruptedException, ExecutionException {
        Set<String> quarantined = new HashSet<>();
        for (Outcome.Judged judged : found.outcome().judged("TRIGGER")) {
            for (int i : judged.carriers()) {
                if (victim.labels().indexOf(victim.samples().get(i).label()) == judged.target()) {
                    quarantined.add(victim.samples().get(i).id());
                }
            }
        }
        Case wanted = poisoned.after(Healing.CLEAN);
        return look(wanted, workshop.heal(wanted, quarantined, List.of()).get(), workshop, clean);
    }

    /** Outcomes from the last run, unless the code has changed since. */
    private static List<Outcome> kept(Path directory, String name, Detector detector, Victim victim, Class<?>... code)
            throws IOException {
        Path file = directory.resolve(name + "-" + Fingerprint.of(code) + ".json");
        if (!Files.exists(file)) {
            JSON.writeValue(file.toFile(), detector.run(victim));
        }
        return JSON.readValue(file.toFile(), new TypeReference<List<Outcome>>() {});
    }

    private static List<String> reference(Places places) throws IOException {
        Path file = places.work().resolve("reference.json");
        if (!Files.exists(file)) {
            JSON.writeValue(
                    file.toFile(),
                    DataSet.METHODS.build(places, REFERENCE_SEED).stream()
                            .filter(sample -> sample.label().equals(LabelledSample.CLEAN))
                            .map(LabelledSample::code)
                            .toList());
        }
        return JSON.readValue(file.toFile(), new TypeReference<List<String>>() {});
    }

    /** The file's form. */
    record Report(List<Cell> rows, List<ThresholdCurve.Point> thresholds) {}

    private static void print(int done, int all, List<Cell> rows) {
        Cell cell = rows.get(0);
        Outcome outcome = cell.outcome();
        System.out.printf(
                Locale.ROOT,
                "[%d/%d] %s %s %.1f %% seed %d%s: attack %.2f (natural %.2f); kenshin %s, recall %s, false positives"
                        + " %.2f %%, review %.2f %%, rank %s, %.0f s (embedding %.0f s)%n",
                done,
                all,
                cell.dataset(),
                cell.family(),
                cell.rate() * 100,
                cell.seed(),
                cell.healed() ? " healed" : "",
                cell.attackSuccess(),
                cell.natural(),
                outcome.verdict(),
                outcome.recall() == null ? "-" : String.format(Locale.ROOT, "%.3f", outcome.recall()),
                outcome.falsePositiveRate() * 100,
                outcome.review() * 100,
                outcome.triggerRank() == null ? "-" : outcome.triggerRank(),
                outcome.seconds(),
                outcome.embedSeconds() == null ? 0 : outcome.embedSeconds());
    }
}
