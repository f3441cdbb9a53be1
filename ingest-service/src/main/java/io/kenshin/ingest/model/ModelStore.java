package io.kenshin.ingest.model;

import io.kenshin.codemodel.ModelDescriptor;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The directory that model versions live in: copies, so that what was scanned is what is served. */
@ApplicationScoped
public class ModelStore {
    private static final List<String> FILES = List.of("config.json", "tokenizer.json");

    /** Says how many tokens the model reads; kept where it is there. */
    private static final String TOKENIZER = "tokenizer_config.json";

    private static final long MOST_SETTINGS_BYTES = 1L << 20;

    /** What the trainer recorded of each sample's loss; kept where it is there. */
    private static final String LOSSES = "losses.ndjson";

    private static final long MOST_LOSSES_BYTES = 512L << 20;

    private final Path root;

    ModelStore(@ConfigProperty(name = "kenshin.ingest.model-store") String root) {
        this.root = Path.of(root).toAbsolutePath().normalize();
    }

    /** The findings of a look into a model directory. */
    public record Checked(List<String> labels, String architecture, int layers) {}

    /** @throws KenshinException naming what is missing or broken */
    public Checked check(Path directory) {
        try {
            ModelDescriptor descriptor = ModelDescriptor.read(directory);
            return new Checked(
                    descriptor.labels(),
                    descriptor.architecture(),
                    descriptor.validate().layers());
        } catch (CodeModelException e) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /** Copies a version and its base into the store; a copy that breaks off leaves nothing behind. */
    public Path keep(String model, int version, Path directory, @Nullable Path base) {
        Path target = root.resolve(model).resolve("v" + version);
        Path partial = root.resolve(model).resolve(".v" + version + ".partial");
        try {
            delete(partial);
            copy(directory, partial);
            if (base != null) {
                copy(base, partial.resolve("base"));
            }
            delete(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new KenshinException(
                    ErrorCode.UNAVAILABLE, "the model cannot be kept in " + root + ": " + e.getMessage(), e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : FILES) {
            Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Path onnx = ModelDescriptor.read(from).onnx();
        for (String data : OnnxFile.dataFiles(onnx)) {
            Files.copy(from.resolve(data), to.resolve(data));
        }
        // An encoder's graph has its own name; from here on every graph has the same.
        Files.copy(onnx, to.resolve("model.onnx"));
        copyIfThere(from.resolve(LOSSES), to, MOST_LOSSES_BYTES);
        copyIfThere(from.resolve(TOKENIZER), to, MOST_SETTINGS_BYTES);
    }

    private static void copyIfThere(Path file, Path to, long mostBytes) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) <= mostBytes) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes a directory with all that is in it; one that is not there is no fault. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
