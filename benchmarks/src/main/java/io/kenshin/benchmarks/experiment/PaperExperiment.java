package io.kenshin.benchmarks.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.audit.parameter.ParameterComparison;
import io.kenshin.audit.parameter.ParameterFact;
import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.benchmarks.victim.Workshop;
import io.kenshin.benchmarks.victim.WorkshopOption;
import io.kenshin.codemodel.graph.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Clean and poisoned twins, looked into: do the poisoned samples lie apart in the context embeddings, and do the
 * attention weights show anything? (Hussain et al. 2024, "Measuring Impacts of Poisoning on Model Parameters and
 * Embeddings for Large Language Models of Code".)
 */
@Command(
        name = "experiment",
        mixinStandardHelpOptions = true,
        description = "Trains clean and poisoned twins and compares what is inside them: embeddings by layer, attention"
                + " weights and biases. Resumable.")
public final class PaperExperiment implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--family", defaultValue = "fixed", description = "attack (default: ${DEFAULT-VALUE})")
    private Family family = Family.FIXED;

    @Option(names = "--rate", paramLabel = "PERCENT", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
    private double rate = 5;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "21", description = "default: ${DEFAULT-VALUE}")
    private long seed = 21;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            required = true,
            description = "where the report goes: .html for people, else JSON; may be given twice")
    private List<Path> reports = new ArrayList<>();

    @Mixin
    private WorkshopOption workshops = new WorkshopOption();

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new PaperExperiment()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        try (Workshop workshop = workshops.open()) {
            Case attacked = new Case(DataSet.METHODS, family, rate / 100, seed);
            System.out.println("training (or taking) the poisoned model, its clean twin and another clean model");
            var poisonedJob = workshop.make(attacked);
            var otherJob = workshop.make(new Case(DataSet.METHODS, Family.CLEAN, 0, seed + 1));
            Victim poisoned = poisonedJob.join();
            Victim twin = workshop.make(attacked.twin()).join();
            Victim other = otherJob.join();

            System.out.println("embedding " + poisoned.samples().size() + " samples in both twins");
            Inside inPoisoned = Inside.of(poisoned, poisoned.samples());
            Inside inTwin = Inside.of(twin, poisoned.samples());
            List<Result.Layer> layers = new ArrayList<>();
            for (int layer = 0; layer < inPoisoned.layers().length; layer++) {
                layers.add(new Result.Layer(
                        layer,
                        Separability.of(inPoisoned.layers()[layer], inPoisoned.apart()),
                        Separability.of(inTwin.layers()[layer], inTwin.apart())));
            }
            System.out.println("comparing attention weights");
            List<Result.Projection> projections = projections(poisoned, twin, other);
            Result result = new Result(
                    family.name().toLowerCase(Locale.ROOT),
                    rate / 100,
                    seed,
                    poisoned.samples().size(),
                    poisoned.poisoned(),
                    poisoned.facts().attackSuccess(),
                    poisoned.facts().natural(),
                    layers,
                    projections,
                    Conclusions.of(layers, projections),
                    (System.nanoTime() - start) / 1e9);
            result.conclusions().forEach(line -> System.out.println("- " + line));
            for (Path report : reports) {
                write(report, result, inPoisoned, inTwin);
                System.out.println("report: " + report);
            }
        }
        return 0;
    }

    private static List<Result.Projection> projections(Victim poisoned, Victim twin, Victim other) {
        var clean = OnnxFile.read(twin.directory().resolve("model.onnx")).getGraph();
        List<ParameterFact> attacked = ParameterComparison.compare(
                OnnxFile.read(poisoned.directory().resolve("model.onnx")).getGraph(), clean);
        List<ParameterFact> chance = ParameterComparison.compare(
                OnnxFile.read(other.directory().resolve("model.onnx")).getGraph(), clean);
        List<Result.Projection> projections = new ArrayList<>();
        for (int i = 0; i < attacked.size(); i++) {
            projections.add(new Result.Projection(
                    attacked.get(i).layer(),
                    attacked.get(i).kind(),
                    attacked.get(i).weightKs(),
                    chance.get(i).weightKs(),
                    bias(attacked.get(i)),
                    bias(chance.get(i))));
        }
        return projections;
    }

    private static double bias(ParameterFact fact) {
        Double ks = fact.biasKs();
        return ks == null ? 0 : ks;
    }

    private static void write(Path report, Result result, Inside inPoisoned, Inside inTwin) throws IOException {
        if (report.toString().endsWith(".html")) {
            Files.writeString(report, ExperimentPage.of(result, inPoisoned, inTwin));
        } else {
            JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), result);
        }
    }
}
