package io.kenshin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.contracts.Topics;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.Records;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves a real database for a real broker, while several write to the one. */
class OutboxRelayIT {
    private static RealDatabase database;

    private final String test = UUID.randomUUID().toString();
    private final AtomicLong clock = new AtomicLong();
    private OutboxRelay relay;
    private OutboxRelay other;

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
        database.run("delete from outbox; delete from lease");
        relay = relay("first:1");
        other = relay("second:1");
    }

    private OutboxRelay relay(String replica) {
        return new OutboxRelay(
                database,
                new Leases(database, replica),
                new OutboxProducer(Map.of("bootstrap.servers", Platform.get().bootstrap())),
                clock::get);
    }

    @AfterEach
    void theyStop() {
        relay.close();
        other.close();
    }

    private void write(String payload) throws SQLException {
        try (Connection connection = database.connect()) {
            write(connection, payload);
        }
    }

    private void write(Connection connection, String payload) throws SQLException {
        try (var statement = connection.prepareStatement("insert into outbox (topic, key, payload) values (?, ?, ?)")) {
            statement.setString(1, Topics.REMEDIATION_EVENTS);
            statement.setString(2, test);
            statement.setString(3, payload);
            statement.executeUpdate();
        }
    }

    /** What this test has sent, in the order of the topic, at least so many records of it. */
    private List<String> sent(int least) {
        return Records.await(
                        Platform.get().bootstrap(),
                        Topics.REMEDIATION_EVENTS,
                        least,
                        Duration.ofSeconds(30),
                        entry -> test.equals(entry.key()))
                .stream()
                .map(entry -> new String(entry.value(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static long unsent() {
        return database.transaction(session -> Sql.of("select count(*) as rows from outbox where sent is null")
                .one(session, row -> row.count("rows")));
    }

    @Test
    void aRowThatCommitsLateIsSentThoughItsIdIsLower() throws SQLException {
        try (Connection slow = database.connect();
                Connection fast = database.connect()) {
            slow.setAutoCommit(false);
            write(slow, "slow");
            write(fast, "fast");

            assertThat(relay.hold()).isTrue();
            List<OutboxRelay.Entry> read = relay.read();
            slow.commit();
            relay.deliver(read);
        }
        assertThat(unsent()).isEqualTo(1);

        relay.relayBatch();

        assertThat(sent(2)).containsExactly("fast", "slow");
        assertThat(unsent()).isZero();
    }

    @Test
    void whatWasCommittedBeforeAnotherWasWrittenLeavesBeforeIt() throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect();
                Connection open = database.connect()) {
            // The second has the lower number of the two transactions, and a third between them is open.
            second.setAutoCommit(false);
            open.setAutoCommit(false);
            try (var statement = second.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            write(open, "open");
            write(first, "earlier");
            write(second, "later");
            second.commit();

            relay.relayBatch();

            assertThat(sent(2)).containsExactly("earlier", "later");
        }
    }

    @Test
    void oneReplicaSendsAndTheOtherDoesWhenItStops() throws SQLException {
        write("first");
        assertThat(relay.relayBatch()).isEqualTo(1);
        write("second");
        assertThat(other.relayBatch()).isZero();

        relay.close();

        assertThat(other.relayBatch()).isEqualTo(1);
        assertThat(sent(2)).containsExactly("first", "second");
    }

    @Test
    void whatAReplicaStalledWithDoesNotLeaveAfterAnotherHasTakenOver() throws SQLException {
        // Given a replica that stalls before it sends
        write("quarantined");
        assertThat(relay.hold()).isTrue();
        List<OutboxRelay.Entry> read = relay.read();
        clock.addAndGet(OutboxRelay.LENGTH.toNanos());
        database.run("update lease set until = now() - interval '1 second'");
        assertThat(other.relayBatch()).isEqualTo(1);
        write("released");
        assertThat(other.relayBatch()).isEqualTo(1);

        // When it goes on
        assertThat(relay.deliver(read)).isZero();
        assertThat(relay.hold()).isFalse();

        // Then nothing of it comes after what the other has sent
        write("end");
        assertThat(other.relayBatch()).isEqualTo(1);
        assertThat(sent(3)).containsExactly("quarantined", "released", "end");
    }

    @Test
    void aReplicaThatLostItsLeaseMarksNothing() throws SQLException {
        write("once more");
        assertThat(relay.hold()).isTrue();
        List<OutboxRelay.Entry> read = relay.read();
        database.run("update lease set until = now() - interval '1 second'");
        assertThat(other.hold()).isTrue();

        assertThatThrownBy(() -> relay.deliver(read)).isInstanceOf(LeaseLost.class);

        assertThat(unsent()).isEqualTo(1);
    }

    @Test
    void noRecordIsUnderWayForAsLongAsTheLeaseIsHeldWithoutBeingRenewed() {
        assertThat(OutboxProducer.LONGEST).isLessThan(OutboxRelay.LENGTH.minus(OutboxRelay.RENEW));
    }
}
