package io.kenshin.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.outbox.Database;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas and one scan. The scan waits for a second chunk, so that the service itself leaves it alone. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "analysis"))
class ScanLeaseIT {
    private static final String SCAN = "lease";

    @Inject
    Database database;

    private ScanLease first;
    private ScanLease second;

    @BeforeEach
    void aScan() {
        first = new ScanLease(database, "first:1");
        second = new ScanLease(database, "second:1");
        run("delete from scan");
        run("insert into scan (id, plan, state, stage, done, total)"
                + " values ('lease', '{\"chunks\": 2, \"newOnly\": true}', 'embedding', 'embed', 0, 2)");
    }

    private int run(String statement) {
        return database.transaction(
                session -> session.createNativeQuery(statement).executeUpdate());
    }

    @Test
    void oneReplicaHasAScan() {
        assertThat(first.take(SCAN)).isTrue();
        assertThat(second.take(SCAN)).isFalse();
        // It started again, or has lost count.
        assertThat(first.take(SCAN)).isTrue();

        first.giveBack(SCAN);

        assertThat(second.take(SCAN)).isTrue();
        assertThat(first.take(SCAN)).isFalse();
    }

    @Test
    void aReplicaThatIsNotHeardOfLosesIt() {
        first.take(SCAN);
        run("update scan set leased_until = now() - interval '1 second'");

        assertThat(second.take(SCAN)).isTrue();

        // What the first says now comes too late.
        first.renew(SCAN);
        first.giveBack(SCAN);
        assertThat(first.take(SCAN)).isFalse();
    }

    @Test
    void aReplicaThatIsHeardOfKeepsIt() {
        first.take(SCAN);
        run("update scan set leased_until = now() - interval '1 second'");
        first.renew(SCAN);

        assertThat(second.take(SCAN)).isFalse();
    }

    @Test
    void whatIsFinishedIsNobodys() {
        first.take(SCAN);
        run("update scan set state = 'finished'");

        assertThat(first.take(SCAN)).isFalse();
        assertThat(second.take(SCAN)).isFalse();
    }

    @Test
    void aScanIsFreeWhenAllItsVectorsAreThereAndNobodyElseHasIt() {
        run("update scan set done = 1");
        assertThat(second.free()).isEmpty();

        first.take(SCAN);
        run("update scan set done = 2");
        assertThat(second.free()).isEmpty();
        assertThat(first.free()).containsExactly(new ScanLease.Ready(SCAN, true));
    }
}
