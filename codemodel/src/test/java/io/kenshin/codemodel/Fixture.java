package io.kenshin.codemodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A small transformer of one architecture, exported by PyTorch, with the vectors that PyTorch computes for it. */
final class Fixture {
    static final List<String> ARCHITECTURES = List.of("bert", "roberta", "t5", "gpt2");
    static final List<Integer> OPSETS = List.of(11, 12, 13, 14, 15, 16, 17, 18);

    private final Map<String, byte[]> files = new HashMap<>();

    Fixture(String architecture) throws IOException {
        try (InputStream in = Fixture.class.getResourceAsStream("/architectures/" + architecture + ".zip");
                ZipInputStream zip = new ZipInputStream(java.util.Objects.requireNonNull(in))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    /** T5 takes the minimum of integers, which came with opset 12. */
    boolean has(int opset) {
        return files.containsKey("opset" + opset + ".onnx");
    }

    byte[] onnx(int opset) {
        return files.get("opset" + opset + ".onnx");
    }

    /** Rows of code, ids, layers (sentence, mean) and logits. */
    JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(files.get("expected.json"));
    }

    /** Writes a model directory with this graph. */
    Path write(Path directory, String name, byte[] graph) throws IOException {
        Files.createDirectories(directory);
        Files.write(directory.resolve("config.json"), files.get("config.json"));
        Files.write(directory.resolve("tokenizer.json"), files.get("tokenizer.json"));
        Files.write(directory.resolve(name), graph);
        return directory;
    }
}
