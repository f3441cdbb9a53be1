package io.kenshin.testkit;

import io.kenshin.embedded.EmbeddedBroker;
import io.kenshin.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real broker and a real database for the tests of a module, started once per JVM. */
public final class Platform {
    private static @Nullable Platform running;

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;

    private Platform() throws IOException {
        Path directory = Files.createTempDirectory("kenshin-test");
        broker = EmbeddedBroker.start(directory.resolve("kafka"), Ports.free(), Ports.free());
        database = EmbeddedDatabase.start(directory.resolve("postgres"), Ports.free(), false);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                broker.close();
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    public static synchronized Platform get() {
        if (running == null) {
            try {
                running = new Platform();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    public String bootstrap() {
        return broker.bootstrap();
    }

    /** Environment of a service whose database has that name. */
    public Map<String, String> environment(String databaseName) {
        return Map.of(
                "KENSHIN_KAFKA",
                broker.bootstrap(),
                "KENSHIN_DATABASE",
                "localhost:" + database.port() + "/" + databaseName);
    }
}
