package io.kenshin.fleet;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The note that a running fleet leaves in its data directory, so that other commands find it.
 *
 * @param supervisor process id of the one that started it
 * @param processes process id of each part
 */
public record FleetFile(String data, int port, long supervisor, Map<String, Long> processes) {
    static final String NAME = "fleet.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Directory of Kenshin's own files for this user. */
    public static Path home() {
        String chosen = System.getProperty("kenshin.home");
        return chosen == null ? Path.of(System.getProperty("user.home"), ".kenshin") : Path.of(chosen);
    }

    /** The data directory that is meant: the one given, else this user's. */
    public static Path dataOr(@Nullable Path given) {
        return (given == null ? home().resolve("data") : given).toAbsolutePath().normalize();
    }

    private static Path pointer() {
        return home().resolve("current");
    }

    void write() throws IOException {
        JSON.writeValue(Path.of(data).resolve(NAME).toFile(), this);
        Files.createDirectories(home());
        Files.writeString(pointer(), data);
    }

    void remove() throws IOException {
        Files.deleteIfExists(Path.of(data).resolve(NAME));
    }

    /** @param data the fleet's directory, or null for the one that was started last */
    public static FleetFile find(@Nullable Path data) {
        try {
            Path directory = data;
            if (directory == null && Files.exists(pointer())) {
                directory = Path.of(Files.readString(pointer()).strip());
            }
            if (directory == null || !Files.exists(directory.resolve(NAME))) {
                throw new FleetException("no fleet is running" + (directory == null ? "" : " on " + directory)
                        + ": start one with kenshin up");
            }
            return JSON.readValue(directory.resolve(NAME).toFile(), FleetFile.class);
        } catch (IOException e) {
            throw new FleetException("the fleet's note cannot be read: " + e.getMessage(), e);
        }
    }

    public Layout layout() {
        return new Layout(Layout.rootFromProperty(), Path.of(data), port);
    }
}
