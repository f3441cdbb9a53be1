package io.kenshin.benchmarks.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** transformers.js on onnxruntime-node, in a process of its own; npm installs it on first use. */
final class TransformersJs implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> TOKENIZER = Map.of(
            "tokenizer_class", "BertTokenizer",
            "model_max_length", 512,
            "pad_token", "[PAD]",
            "cls_token", "[CLS]",
            "sep_token", "[SEP]",
            "unk_token", "[UNK]",
            "mask_token", "[MASK]");

    private final Process process;
    private final BufferedReader answers;

    /**
     * Loads the model.
     *
     * @param workshop directory for the package, and for the model in the form that it reads
     * @throws IOException when node or npm is missing, or the package cannot be installed
     */
    TransformersJs(Path workshop, Path model, List<String> texts) throws IOException {
        Files.createDirectories(workshop);
        for (String file : List.of("package.json", "embed.mjs")) {
            try (InputStream in =
                    Objects.requireNonNull(TransformersJs.class.getResourceAsStream("/transformers-js/" + file))) {
                Files.copy(in, workshop.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.isDirectory(workshop.resolve("node_modules/@huggingface/transformers"))) {
            // Its native libraries are in the package; the scripts would only fetch ones for GPUs.
            run(workshop, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        }
        Path models = workshop.resolve("models");
        Path copy = models.resolve("minilm");
        Files.createDirectories(copy.resolve("onnx"));
        for (String file : List.of("config.json", "tokenizer.json")) {
            Files.copy(model.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        JSON.writeValue(copy.resolve("tokenizer_config.json").toFile(), TOKENIZER);
        Files.copy(model.resolve("model.onnx"), copy.resolve("onnx/model.onnx"), StandardCopyOption.REPLACE_EXISTING);
        Path input = workshop.resolve("texts.json");
        JSON.writeValue(input.toFile(), texts);
        process = new ProcessBuilder("node", "embed.mjs", models + "/", "minilm", input.toString())
                .directory(workshop.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        expect("ready");
    }

    private static void run(Path directory, String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Embeds all texts once. */
    void run() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            expect("done");
        } catch (IOException e) {
            throw new UncheckedIOException("transformers.js has ended", e);
        }
    }

    private void expect(String word) throws IOException {
        String line = answers.readLine();
        if (!word.equals(line)) {
            close();
            throw new IOException("transformers.js said " + line + " where " + word + " was expected");
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
