package io.kenshin.benchmarks.golden;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kenshin.benchmarks.detection.KenshinDetector;
import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.benchmarks.victim.Workshop;
import io.kenshin.benchmarks.victim.WorkshopOption;
import io.kenshin.codemodel.CodeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Whether the code still comes to the same outcomes, to the last bit: for changes of its form. The stored ones hold
 * on the kind of processor where they were made; elsewhere store one's own before the change.
 */
@Command(
        name = "golden",
        mixinStandardHelpOptions = true,
        description = "Whether 16 cases of the matrix are judged as before, with every figure. Exit code 1 if not.")
public final class GoldenBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final List<Case> CASES = List.of(
            new Case(DataSet.METHODS, Family.CLEAN, 0, 23),
            new Case(DataSet.KINDS, Family.CLEAN, 0, 21),
            new Case(DataSet.METHODS, Family.GRAMMAR, 0.02, 23),
            new Case(DataSet.METHODS, Family.OPAQUE, 0.02, 23),
            new Case(DataSet.METHODS, Family.ADAPTIVE, 0.05, 23),
            new Case(DataSet.KINDS, Family.FIXED, 0.05, 21),
            new Case(DataSet.METHODS, Family.CONSTANT, 0.02, 23),
            new Case(DataSet.METHODS, Family.RENAME, 0.05, 23),
            new Case(DataSet.METHODS, Family.FIXED, 0.02, 23),
            new Case(DataSet.PAIRS, Family.CLEAN, 0, 22),
            new Case(DataSet.PAIRS, Family.FIXED, 0.05, 22),
            new Case(DataSet.METHODS, Family.CLEAN, 0, 22),
            new Case(DataSet.METHODS, Family.SELF_CHECK, 0.01, 22),
            new Case(DataSet.METHODS, Family.NAME_SUFFIX, 0.05, 23),
            new Case(DataSet.METHODS, Family.SELF_CHECK, 0.05, 23),
            new Case(DataSet.METHODS, Family.TRY_FINALLY, 0.05, 23));

    @Option(
            names = "--golden",
            paramLabel = "DIR",
            description = "where the outcomes are kept, one file a case (default: benchmarks/golden)")
    private Path golden = Path.of("");

    @Mixin
    private WorkshopOption workshops = new WorkshopOption();

    @Option(names = "--made", description = "take the cases whose model is in --work, and train none")
    private boolean made;

    @Option(names = "--store", description = "keep the outcomes instead of comparing them")
    private boolean store;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path root = workshops.root();
        Path kept = golden.toString().isEmpty() ? root.resolve("benchmarks/golden") : golden;
        Files.createDirectories(kept);
        int compared = 0;
        int different = 0;
        int incomparable = 0;
        try (Workshop workshop = workshops.open()) {
            List<Case> cases = CASES.stream()
                    .filter(wanted -> !made || workshop.has(wanted))
                    .toList();
            List<CompletableFuture<Victim>> victims =
                    cases.stream().map(workshop::make).toList();
            for (int i = 0; i < cases.size(); i++) {
                String name = cases.get(i).name();
                GoldenOutcome now = outcome(cases.get(i), victims.get(i).get());
                Path file = kept.resolve(name + ".json");
                String said;
                if (store) {
                    compared++;
                    JSON.writeValue(file.toFile(), now);
                    said = "stored";
                } else {
                    GoldenOutcome before = JSON.readValue(file.toFile(), GoldenOutcome.class);
                    compared++;
                    boolean comparable = before.victim().equals(now.victim());
                    boolean same = before.equals(now);
                    incomparable += comparable ? 0 : 1;
                    different += comparable && !same ? 1 : 0;
                    said = same
                            ? "the same"
                            : comparable ? "DIFFERENT: " + difference(before, now) : "trained otherwise";
                }
                System.out.printf(
                        "[%d/%d] %s: %s, %d findings, %d probes%n",
                        i + 1, cases.size(), name, said, now.findings().size(), now.probes());
            }
        }
        if (incomparable > 0) {
            System.out.println(
                    incomparable + " models came out otherwise than where the outcomes were stored: on this"
                            + " kind of processor, store them with --store --golden DIR before the change and compare after it");
        }
        return different > 0 ? 1 : incomparable > 0 || compared == 0 ? 3 : 0;
    }

    private static GoldenOutcome outcome(Case wanted, Victim victim) throws IOException {
        try (CodeModel model = victim.open()) {
            return GoldenOutcome.of(
                    wanted.name(),
                    victim,
                    KenshinDetector.investigate(victim, victim.embedded(), model, wanted.seed()));
        }
    }

    private static String difference(GoldenOutcome before, GoldenOutcome now) {
        for (int i = 0; i < Math.min(before.findings().size(), now.findings().size()); i++) {
            if (!before.findings().get(i).equals(now.findings().get(i))) {
                return "finding " + (i + 1) + " was " + before.findings().get(i) + " and is "
                        + now.findings().get(i);
            }
        }
        return before.findings().size() + " findings, " + before.probes() + " probes were "
                + now.findings().size() + ", " + now.probes();
    }
}
