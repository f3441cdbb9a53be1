package io.kenshin.demo;

import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.client.Api;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A training outside of the fleet, as a team does it before it ever hears of Kenshin: the trainer as a process. */
final class Training {
    private final String name;
    private final Path directory;
    private final Process process;

    private Training(String name, Path directory, Process process) {
        this.name = name;
        this.directory = directory;
        this.process = process;
    }

    static Training start(Layout layout, String name, List<LabelledSample> samples, long seed, int threads)
            throws IOException {
        Path directory = layout.data().resolve("training").resolve(name);
        Files.createDirectories(directory);
        Path data = directory.resolve("train.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(data)) {
            for (LabelledSample sample : samples) {
                if (sample.split().equals(LabelledSample.TRAIN)) {
                    out.write(Api.write(Map.of("id", sample.id(), "code", sample.code(), "label", sample.label())));
                    out.newLine();
                }
            }
        }
        ProcessBuilder builder = new ProcessBuilder(layout.trainerCommand())
                .redirectOutput(directory.resolve("train.log").toFile())
                .redirectError(directory.resolve("errors.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "KENSHIN_JOB_ID", name,
                        "KENSHIN_MODEL", base(layout).toString(),
                        "KENSHIN_DATA", data.toString(),
                        "KENSHIN_OUTPUT", directory.resolve("model").toString(),
                        "KENSHIN_LABELS", LabelledSample.CLEAN + "," + LabelledSample.DEFECTIVE,
                        "KENSHIN_SEED", Long.toString(seed),
                        "KENSHIN_THREADS", Integer.toString(threads)));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Training(name, directory, process);
    }

    static Path base(Layout layout) {
        return layout.root().resolve("corpus/target/minilm");
    }

    Path model() {
        return directory.resolve("model");
    }

    boolean running() {
        return process.isAlive();
    }

    /** @throws FleetException when the training has failed */
    void check() {
        if (!process.isAlive() && process.exitValue() != 0) {
            throw new FleetException("training " + name + " failed; see " + directory.resolve("errors.log"));
        }
    }

    /** How far it is: its last progress record, or one of the start. */
    TrainingProgress progress() throws IOException {
        Path log = directory.resolve("train.log");
        if (Files.exists(log)) {
            List<String> lines = Files.readAllLines(log);
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).startsWith("{") && lines.get(i).endsWith("}")) {
                    return Api.JSON.readValue(lines.get(i), TrainingProgress.class);
                }
            }
        }
        return new TrainingProgress(name, 0, 1, 0, 1, 0, 0);
    }
}
