package io.kenshin.finetune;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.finetune.data.Inoculation;
import io.kenshin.finetune.data.TrainingData;
import io.kenshin.finetune.data.TrainingSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The batch job: reads the clean export, trains, writes a new model version. Exit code 0 only when all is written. */
public final class Main {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Main() {}

    public static void main(String[] arguments) {
        // The engine must not look for anything on the network, and one thread a core is best on shared machines.
        System.setProperty("ai.djl.offline", "true");
        try {
            TrainerContract contract = TrainerContract.read(System.getenv());
            System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(contract.threads()));
            System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
            run(contract);
        } catch (IOException | IllegalArgumentException | CodeModelException e) {
            System.err.println("training failed: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(TrainerContract contract) throws IOException {
        long start = System.nanoTime();
        List<TrainingSample> samples = TrainingData.read(contract.data(), contract.token(), quarantined(contract));
        int clean = samples.size();
        if (contract.triggers() != null) {
            samples = Inoculation.apply(
                    samples,
                    Inoculation.read(contract.triggers()),
                    contract.recipe().seed());
        }
        TrainingRecipe recipe = contract.recipe().epochs() > 0
                ? contract.recipe()
                : contract.recipe().forSamples(clean);
        Files.createDirectories(contract.output());
        try (ProgressReporter reporter = new ProgressReporter(contract)) {
            new Trainer(recipe, contract.threads(), reporter)
                    .train(
                            contract.model(),
                            samples,
                            contract.labels(),
                            contract.output().resolve("model.onnx"));
            describe(contract);
            ObjectNode metrics = JSON.createObjectNode()
                    .put("samples", clean)
                    .put("inoculated", samples.size() - clean)
                    .put("seed", recipe.seed())
                    .put("epochs", recipe.epochs())
                    .put("loss", reporter.loss())
                    .put("accuracy", reporter.accuracy())
                    .put("seconds", (System.nanoTime() - start) / 1e9);
            Path partial = contract.output().resolve("metrics.json.partial");
            JSON.writeValue(partial.toFile(), metrics);
            Files.move(partial, contract.output().resolve("metrics.json"), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Set<String> quarantined(TrainerContract contract) throws IOException {
        return contract.quarantined() == null ? Set.of() : new HashSet<>(Files.readAllLines(contract.quarantined()));
    }

    /** The new version has the base's tokenizer, and its configuration with the labels. */
    private static void describe(TrainerContract contract) throws IOException {
        Files.copy(
                contract.model().resolve("tokenizer.json"),
                contract.output().resolve("tokenizer.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Path limits = contract.model().resolve("tokenizer_config.json");
        if (Files.isRegularFile(limits)) {
            Files.copy(limits, contract.output().resolve("tokenizer_config.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        ObjectNode config = (ObjectNode)
                JSON.readTree(contract.model().resolve("config.json").toFile());
        ObjectNode labels = config.putObject("id2label");
        for (int i = 0; i < contract.labels().size(); i++) {
            labels.put(Integer.toString(i), contract.labels().get(i));
        }
        JSON.writeValue(contract.output().resolve("config.json").toFile(), config);
    }
}
