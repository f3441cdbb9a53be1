package io.kenshin.audit.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The danger of the files beside the graph. Kenshin itself reads only {@code config.json}, {@code tokenizer.json},
 * {@code tokenizer_config.json} and the graph with its data; the rest is judged for whoever loads the model with another
 * library.
 */
public final class FileSafety {
    private static final int MOST_FILES = 1_000;
    private static final int PICKLE = 0x80;
    private static final Set<String> PICKLES =
            Set.of("bin", "pt", "pth", "pkl", "pickle", "ckpt", "joblib", "npy", "npz", "th");
    private static final Set<String> CODE = Set.of("py", "pyc", "so", "dll", "dylib", "sh", "js", "jar", "exe", "bat");

    private FileSafety() {}

    /** Lists a model directory; links and too many files are dangers themselves. */
    public static List<FileFact> of(Path directory) {
        try (Stream<Path> files = Files.walk(directory, 4)) {
            List<FileFact> facts = new ArrayList<>();
            for (Path file : files.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList()) {
                facts.add(fact(directory, file));
            }
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory + ": " + e.getMessage(), e);
        }
    }

    private static FileFact fact(Path directory, Path file) throws IOException {
        String name = directory.relativize(file).toString();
        if (Files.isSymbolicLink(file)) {
            Path target = file.toRealPath();
            boolean inside = target.startsWith(directory.toRealPath());
            return new FileFact(
                    name, 0, "link", inside ? null : "a link that leads out of the directory, to " + target);
        }
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        long bytes = Files.size(file);
        if (PICKLES.contains(end) && isPickle(file)) {
            return new FileFact(name, bytes, "pickle", "runs code of its author when it is loaded (Python pickle)");
        }
        if (CODE.contains(end)) {
            return new FileFact(
                    name, bytes, "code", "runs when the model is loaded with trust_remote_code, or by hand");
        }
        return switch (end) {
            case "onnx" -> new FileFact(name, bytes, "graph", null);
            case "safetensors" -> new FileFact(name, bytes, "weights", null);
            case "json" -> new FileFact(name, bytes, "settings", name.equals("config.json") ? remoteCode(file) : null);
            case "md", "txt" -> new FileFact(name, bytes, "text", null);
            default -> new FileFact(name, bytes, "data", null);
        };
    }

    /** A pickle, or a zip file as torch.save writes one around it. */
    private static boolean isPickle(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            boolean zip = head.length > 1 && head[0] == 'P' && head[1] == 'K';
            return zip || (head.length > 0 && (head[0] & 0xff) == PICKLE);
        }
    }

    private static @Nullable String remoteCode(Path config) throws IOException {
        JsonNode map = new ObjectMapper().readTree(config.toFile()).path("auto_map");
        return map.isMissingNode()
                ? null
                : "names Python code to load (auto_map): " + String.join(", ", fieldNames(map));
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
