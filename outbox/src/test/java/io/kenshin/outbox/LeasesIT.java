package io.kenshin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas and one right. */
class LeasesIT {
    private static final String NAME = "work";

    private static RealDatabase database;

    private Leases first;
    private Leases second;

    @BeforeAll
    static void start() {
        database = RealDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void twoReplicas() {
        database.run("delete from lease");
        first = new Leases(database, "first:1");
        second = new Leases(database, "second:1");
    }

    private static Optional<Lease> taken(Leases replica) {
        return replica.take(NAME, Leases.LENGTH);
    }

    private static void isNotHeardOf() {
        database.run("update lease set until = now() - interval '1 second'");
    }

    @Test
    void oneReplicaHasItAtATimeAndEachThatTakesItHasAHigherEpoch() {
        Lease one = taken(first).orElseThrow();
        assertThat(taken(second)).isEmpty();
        // It started again, or has lost count.
        Lease again = taken(first).orElseThrow();

        first.release(again);
        Lease other = taken(second).orElseThrow();

        assertThat(taken(first)).isEmpty();
        assertThat(List.of(one.epoch(), again.epoch(), other.epoch()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whoIsNotHeardOfLosesItAndWhatHeSaysComesTooLate() {
        Lease lost = taken(first).orElseThrow();
        isNotHeardOf();
        Lease taken = taken(second).orElseThrow();

        assertThat(first.renew(lost, Leases.LENGTH)).isFalse();
        first.release(lost);

        assertThat(taken(first)).isEmpty();
        assertThat(second.renew(taken, Leases.LENGTH)).isTrue();
    }

    @Test
    void whoIsHeardOfKeepsIt() {
        Lease held = taken(first).orElseThrow();
        isNotHeardOf();

        assertThat(first.renew(held, Leases.LENGTH)).isTrue();

        assertThat(taken(second)).isEmpty();
    }

    @Test
    void aWriteOfWhoLostItIsNotKept() {
        Lease lost = taken(first).orElseThrow();
        isNotHeardOf();
        Lease taken = taken(second).orElseThrow();

        assertThatThrownBy(() -> write(lost)).isInstanceOf(LeaseLost.class);
        write(taken);

        long written =
                database.transaction(session -> Sql.of("select count(*) as rows from outbox where topic = 'fenced'")
                        .one(session, row -> row.count("rows")));
        assertThat(written).isEqualTo(1);
    }

    private static void write(Lease lease) {
        database.transaction(
                session -> Outbox.add(session, "fenced", "k", "v").chain(() -> Leases.check(session, lease)));
    }

    @Test
    void workIsDoneByWhoHasItAndOthersMayWhenItIsDone() {
        boolean done = first.during(
                NAME,
                held -> assertThat(second.during(NAME, lease -> {
                            throw new AssertionError("both are at it");
                        }))
                        .isFalse());

        assertThat(done).isTrue();
        assertThat(taken(second)).isPresent();
    }

    @Test
    void everyServiceHasTheSameTable() throws IOException {
        for (String service : List.of("ingest", "analysis", "remediation")) {
            Path migrations = Path.of("../" + service + "-service/src/main/resources/db/migration");
            try (Stream<Path> files = Files.list(migrations)) {
                Path migration = files.filter(file -> file.toString().endsWith("lease.sql"))
                        .max(Path::compareTo)
                        .orElseThrow();
                assertThat(migration)
                        .hasSameTextualContentAs(
                                Path.of("../remediation-service/src/main/resources/db/migration/V6__lease.sql"));
            }
        }
    }
}
