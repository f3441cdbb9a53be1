package io.kenshin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.embedded.EmbeddedDatabase;
import io.kenshin.testkit.Ports;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements against a real database, through Hibernate Reactive as the services use it. */
class SqlIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PEOPLE =
            Sql.rows("r", "name text, age int, salary float8, since timestamptz, active boolean, notes text");

    private static EmbeddedDatabase database;
    private static SessionFactory factory;

    @BeforeAll
    static void connect(@TempDir Path directory) throws IOException {
        database = EmbeddedDatabase.start(directory, Ports.free(), false);
        Configuration configuration = new Configuration();
        configuration.setProperty(
                "jakarta.persistence.jdbc.url", "jdbc:postgresql://localhost:" + database.port() + "/postgres");
        configuration.setProperty("jakarta.persistence.jdbc.user", "postgres");
        configuration.setProperty("jakarta.persistence.jdbc.password", "postgres");
        StandardServiceRegistry registry = new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build();
        factory = configuration.buildSessionFactory(registry);
    }

    @AfterAll
    static void close() throws IOException {
        factory.close();
        database.close();
    }

    private static <T> T run(Function<Mutiny.Session, Uni<T>> work) {
        return factory.unwrap(Mutiny.SessionFactory.class)
                .withTransaction(session -> work.apply(session))
                .await()
                .atMost(LIMIT);
    }

    private static Sql people(String columns) {
        Map<String, Object> ada = Map.of(
                "name",
                "Ada",
                "age",
                36,
                "salary",
                1.5,
                "since",
                "2026-01-02T03:04:05.678Z",
                "active",
                true,
                "notes",
                "[\"a\",\"b\"]");
        return Sql.of("select " + columns + " from " + PEOPLE + " order by r.name")
                .withJson("r", List.of(ada, Map.of("name", "Bob")));
    }

    @Test
    void everyTypeIsReadByTheNameOfItsColumn() {
        Row ada = run(session ->
                        people("notes, active, since, salary, age, name").list(session, row -> row))
                .get(0);

        assertThat(ada.text("name")).isEqualTo("Ada");
        assertThat(ada.integer("age")).isEqualTo(36);
        assertThat(ada.count("age")).isEqualTo(36L);
        assertThat(ada.decimal("salary")).isEqualTo(1.5);
        assertThat(ada.instant("since")).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(ada.bool("active")).isTrue();
        assertThat(ada.json("notes", new TypeReference<List<String>>() {})).containsExactly("a", "b");
        assertThat(ada.optionalText("name")).contains("Ada");
    }

    @Test
    void whatIsNullIsEmptyOrNamed() {
        Row bob = run(session ->
                        people("name, age, salary, since, active, notes").list(session, row -> row))
                .get(1);

        assertThat(bob.optionalText("notes")).isEmpty();
        assertThat(bob.optionalInteger("age")).isEmpty();
        assertThat(bob.optionalDecimal("salary")).isEmpty();
        assertThat(bob.optionalInstant("since")).isEmpty();
        assertThatThrownBy(() -> bob.text("notes")).hasMessage("column notes is null");
        assertThatThrownBy(() -> bob.integer("name")).hasMessageContaining("column name is no Number");
        assertThatThrownBy(() -> bob.text("colour")).hasMessageContaining("colour");
    }

    @Test
    void aStatementOfOneColumnHasANameToo() {
        List<String> names = run(session -> people("name").list(session, row -> row.text("name")));
        long samples = run(session -> Sql.of("select count(*) as samples from " + PEOPLE)
                .withJson("r", List.of(Map.of(), Map.of()))
                .one(session, row -> row.count("samples")));
        byte[] vectors = run(
                session -> Sql.of("select decode('0102', 'hex') as vectors").one(session, row -> row.bytes("vectors")));

        assertThat(names).containsExactly("Ada", "Bob");
        assertThat(samples).isEqualTo(2);
        assertThat(vectors).containsExactly(1, 2);
    }

    @Test
    void theFirstRowMayBeMissing() {
        Sql named = Sql.of("select name from " + PEOPLE + " where name = :name")
                .withJson("r", List.of(Map.of("name", "Ada")));

        Optional<String> ada = run(session -> named.with("name", "Ada").first(session, row -> row.text("name")));
        Optional<String> eve =
                run(session -> named.with(Map.of("name", "Eve")).first(session, row -> row.text("name")));

        assertThat(ada).contains("Ada");
        assertThat(eve).isEmpty();
    }

    @Test
    void changesAreCountedAndTextsAreASet() {
        Integer changed = run(session -> Sql.of("create temporary table kept (id text, note text) on commit drop")
                .execute(session)
                .chain(() -> Sql.of("insert into kept select r.id, :note from " + Sql.rows("r", "id text"))
                        .withJson("r", List.of(Map.of("id", "a"), Map.of("id", "b"), Map.of("id", "c")))
                        .with("note", null)
                        .execute(session))
                .chain(() -> Sql.of("delete from kept where id in (select " + Sql.texts("ids") + ")")
                        .withJson("ids", List.of("a", "c", "z"))
                        .execute(session)));

        assertThat(changed).isEqualTo(2);
    }

    /** As many as would end in a stack overflow as a chain of one statement for each. */
    @Test
    void rowsOfAnyNumberAreWrittenInPiecesAndInTheirOrder() {
        int changed = run(session -> Sql.of("create temporary table piece (seq serial, name text) on commit drop")
                .execute(session)
                .chain(() -> Sql.of("insert into piece (name) select * from " + Sql.texts("names"))
                        .executeInPieces(
                                session, "names", IntStream.range(0, 20_000)::iterator, number -> "n" + number))
                .chain(written -> Sql.of("select count(*) as correct from piece where name = 'n' || (seq - 1)")
                        .one(session, row -> Map.entry(written, row.integer("correct"))))
                .invoke(both -> assertThat(both.getValue()).isEqualTo(both.getKey()))
                .map(Map.Entry::getKey));

        assertThat(changed).isEqualTo(20_000);
    }
}
