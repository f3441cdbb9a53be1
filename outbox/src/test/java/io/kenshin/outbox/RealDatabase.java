package io.kenshin.outbox;

import io.kenshin.testkit.Platform;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;

/** A real database with the tables of a service, without the service. */
final class RealDatabase extends Database implements AutoCloseable {
    private static final Path MIGRATIONS = Path.of("../remediation-service/src/main/resources/db/migration");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final SessionFactory factory;
    private final String url;

    private RealDatabase(SessionFactory factory, String url) {
        super(factory.unwrap(Mutiny.SessionFactory.class));
        this.factory = factory;
        this.url = url;
    }

    static RealDatabase start() {
        String url =
                "jdbc:postgresql://" + Platform.get().environment("remediation").get("KENSHIN_DATABASE");
        Configuration configuration = new Configuration();
        configuration.setProperty("jakarta.persistence.jdbc.url", url);
        configuration.setProperty("jakarta.persistence.jdbc.user", "postgres");
        configuration.setProperty("jakarta.persistence.jdbc.password", "postgres");
        StandardServiceRegistry registry = new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build();
        RealDatabase database = new RealDatabase(configuration.buildSessionFactory(registry), url);
        database.run("drop schema public cascade; create schema public");
        migrations().forEach(database::run);
        return database;
    }

    private static List<String> migrations() {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted(Comparator.comparingInt(RealDatabase::number))
                    .map(RealDatabase::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf('_')));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection beside those of the service. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T transaction(Function<Mutiny.Session, Uni<T>> work) {
        return factory.unwrap(Mutiny.SessionFactory.class)
                .withTransaction(session -> work.apply(session))
                .await()
                .atMost(LIMIT);
    }

    @Override
    public <T> T persistently(Function<Mutiny.Session, Uni<T>> work) {
        return transaction(work);
    }

    @Override
    public void close() {
        factory.close();
    }
}
