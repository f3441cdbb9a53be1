package io.kenshin.ingest.model;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Files of models that are on their way: one directory for each upload, gone when it is imported or a day old. */
@ApplicationScoped
public class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST_FILES = 20;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Path root;

    Uploads(@ConfigProperty(name = "kenshin.ingest.model-store") String store) {
        root = Path.of(store).toAbsolutePath().normalize().resolve(".uploads");
    }

    void start(@Observes StartupEvent event) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> uploads = Files.list(root)) {
            Instant limit = Instant.now().minus(LONGEST);
            for (Path upload : uploads.toList()) {
                if (Files.getLastModifiedTime(upload).toInstant().isBefore(limit)) {
                    ModelStore.delete(upload);
                }
            }
        } catch (IOException e) {
            LOG.warnf("old uploads stay in %s: %s", root, e.getMessage());
        }
    }

    /** Keeps a file of an upload; the same file again replaces it. */
    void keep(String id, String file, InputStream body) throws IOException {
        Path directory = directory(id);
        if (!FILE.matcher(file).matches()) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "the name of a file has letters, digits, dots, dashes and underscores");
        }
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            List<String> others = files.map(other -> other.getFileName().toString())
                    .filter(other -> !other.equals(file))
                    .toList();
            if (others.size() >= MOST_FILES) {
                throw new KenshinException(ErrorCode.TOO_LARGE, "a model has at most " + MOST_FILES + " files");
            }
        }
        Files.copy(body, directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws KenshinException when nothing was sent under that id */
    Path find(String id) {
        Path directory = directory(id);
        if (!Files.isDirectory(directory)) {
            throw new KenshinException(ErrorCode.NOT_FOUND, "no upload " + id + ": send its files first");
        }
        return directory;
    }

    void remove(String id) {
        try {
            ModelStore.delete(directory(id));
        } catch (IOException e) {
            LOG.warnf("upload %s stays for a day: %s", id, e.getMessage());
        }
    }

    private Path directory(String id) {
        if (!ID.matcher(id).matches()) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "the id of an upload is a UUID in small letters");
        }
        return root.resolve(id);
    }
}
