package io.kenshin.codemodel;

import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that make up a model directory, by the names under which they are kept wherever a model is copied to. */
public final class ModelFiles {
    /**
     * Kept where they are there, and no larger than this: how many tokens the model reads, and what its trainer recorded
     * of each sample's loss.
     */
    private static final Map<String, Long> OPTIONAL =
            Map.of("tokenizer_config.json", 1L << 20, "losses.ndjson", 512L << 20);

    private ModelFiles() {}

    /**
     * Where each file is.
     *
     * @throws CodeModelException naming the file that is missing or wrong
     */
    public static SortedMap<String, Path> of(Path directory) {
        Path onnx = ModelDescriptor.read(directory).onnx();
        SortedMap<String, Path> files = new TreeMap<>();
        files.put("config.json", directory.resolve("config.json"));
        files.put("tokenizer.json", directory.resolve("tokenizer.json"));
        for (String data : OnnxFile.dataFiles(onnx)) {
            files.put(data, directory.resolve(data));
        }
        // An encoder's graph has its own name; from here on every graph has the same.
        files.put("model.onnx", onnx);
        OPTIONAL.forEach((name, most) -> {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file) && size(file) <= most) {
                files.put(name, file);
            }
        });
        return files;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new CodeModelException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
