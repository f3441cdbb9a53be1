package io.kenshin.ingest.model;

import io.kenshin.codemodel.ModelDescriptor;
import io.kenshin.codemodel.ModelFiles;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.contracts.Sha256;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The directory that model versions live in: copies, so that what was scanned is what is served. */
@ApplicationScoped
public class ModelStore {
    private static final Logger LOG = Logger.getLogger(ModelStore.class);
    private static final String BASE = "base";

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

    /**
     * A copy in the store.
     *
     * @param base of the model that it was fine-tuned from
     * @param digests SHA-256 of each file, by its path in the directory
     * @param checked what was found in the copy
     */
    public record Kept(Path directory, @Nullable Path base, SortedMap<String, String> digests, Checked checked) {}

    /**
     * Copies a model and its base into a directory that nobody else has, however many do so at once; a copy that breaks
     * off leaves nothing behind. What was copied is checked, whatever has become of where it came from.
     */
    public Kept keep(String model, Path directory, @Nullable Path base) {
        Path target = root.resolve(model).resolve(UUID.randomUUID().toString());
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
        try {
            SortedMap<String, String> digests = new TreeMap<>();
            copy(directory, partial, "", digests);
            Checked checked = check(partial);
            if (base != null) {
                copy(base, partial, BASE + "/", digests);
                check(partial.resolve(BASE));
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return new Kept(target, base == null ? null : target.resolve(BASE), digests, checked);
        } catch (IOException | RuntimeException e) {
            drop(partial);
            throw e instanceof KenshinException known
                    ? known
                    : new KenshinException(
                            ErrorCode.UNAVAILABLE, "the model cannot be kept in " + root + ": " + e.getMessage(), e);
        }
    }

    /** Copies each file once, counting what is written: the digest is of the copy. */
    private static void copy(Path from, Path to, String prefix, Map<String, String> digests) throws IOException {
        Files.createDirectories(to.resolve(prefix));
        for (Map.Entry<String, Path> file : ModelFiles.of(from).entrySet()) {
            MessageDigest digest = Sha256.start();
            try (OutputStream out = new DigestOutputStream(
                    Files.newOutputStream(to.resolve(prefix + file.getKey()), StandardOpenOption.CREATE_NEW), digest)) {
                Files.copy(file.getValue(), out);
            }
            digests.put(prefix + file.getKey(), Sha256.end(digest));
        }
    }

    /** Digests of what is in the store now. */
    static SortedMap<String, String> digests(Path directory) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(directory.relativize(file).toString(), Sha256.of(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return digests;
    }

    /** Takes away a copy that is no version; one that cannot be taken away is in nobody's way. */
    void drop(Path directory) {
        try {
            delete(directory);
        } catch (IOException e) {
            LOG.warnf("%s is of no use and stays: %s", directory, e.getMessage());
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
