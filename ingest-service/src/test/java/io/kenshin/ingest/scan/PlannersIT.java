package io.kenshin.ingest.scan;

import static io.kenshin.ingest.Requests.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.ingest.arrival.Arrivals;
import io.kenshin.ingest.channel.ChunkTopic;
import io.kenshin.ingest.model.Models;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.kenshin.outbox.Sql;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that was admitted, and several replicas that could plan it. Another than the service has it at first. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class PlannersIT {
    private static final String SCAN = "s-planners";
    private static final String LEASE = "order " + SCAN;

    @Inject
    Database database;

    @Inject
    ChunkTopic topic;

    @Inject
    Models models;

    @Inject
    Arrivals arrivals;

    @Inject
    Turns turns;

    private Lease gone;
    private ScanPlanner planner;

    @BeforeEach
    void anOrder() {
        run("delete from outbox where key = '" + SCAN + "'");
        run("delete from lease where name = '" + LEASE + "'");
        run("delete from model_version where model = 'planners'");
        run("insert into model_version (model, version, directory, labels, architecture, layers, origin)"
                + " values ('planners', 1, '/m', 'clean', 'bert', 1, '/m')");
        run("insert into sample (id, dataset, code, label, split)"
                + " values ('planners-1', 'planners', 'x', 'clean', 'train') on conflict do nothing");
        gone = new Leases(database, "gone:1").take(LEASE, Leases.LENGTH).orElseThrow();
        run("insert into scan_order (id, dataset, model, version, state, admitted)" + " values ('" + SCAN
                + "', 'planners', 'planners', 1, 'ordered', now())");
        planner = new ScanPlanner(database, topic, models, arrivals, turns, new Leases(database, "here:1"));
    }

    @AfterEach
    void itGoes() {
        planner.stop();
        run("delete from scan_sample where scan_id = '" + SCAN + "'");
        run("delete from scan_order where id = '" + SCAN + "'");
    }

    private void run(String statement) {
        database.transaction(session -> Sql.of(statement).execute(session));
    }

    private void isNotHeardOf() {
        run("update lease set until = now() - interval '1 second' where name = '" + LEASE + "'");
    }

    private Lease taken() {
        isNotHeardOf();
        return new Leases(database, "next:1").take(LEASE, Leases.LENGTH).orElseThrow();
    }

    private String text(String query) {
        return database.transaction(session -> Sql.of(query).one(session, row -> row.text("value")));
    }

    private String state() {
        return text("select state as value from scan_order where id = '" + SCAN + "'");
    }

    private String told() {
        return text("select coalesce(string_agg(cast(payload as json) ->> 'type', ' '), '') as value from outbox"
                + " where key = '" + SCAN + "'");
    }

    @Test
    void anOrderIsPlannedByOneAndByAnotherWhenThatOneIsGone() {
        planner.look();
        assertThat(state()).isEqualTo("ordered");

        isNotHeardOf();
        planner.look();

        // The service looks too, now and then, and may have been the first.
        await("a plan", () -> state().equals("planned"));
        assertThat(told()).isEqualTo("io.kenshin.scan.planned.v1");
        planner.look();
        assertThat(told()).isEqualTo("io.kenshin.scan.planned.v1");
    }

    @Test
    void whoLostTheOrderNeitherPlansNorFailsIt() {
        Lease live = taken();

        assertThatThrownBy(() -> planner.plan(SCAN, order -> true, gone)).isInstanceOf(LeaseLost.class);
        run("delete from model_version where model = 'planners'");
        assertThatThrownBy(() -> planner.plan(SCAN, order -> true, gone)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> planner.fail(SCAN, "late", gone)).isInstanceOf(LeaseLost.class);

        assertThat(state()).isEqualTo("ordered");
        assertThat(told()).isEmpty();
        planner.plan(SCAN, order -> true, live);
        assertThat(state()).isEqualTo("failed");
        assertThat(told()).isEqualTo("io.kenshin.scan.failed.v1");
    }

    @Test
    void whatIsPlannedDoesNotFailAndNothingIsSaid() {
        Lease live = taken();
        run("update scan_order set state = 'planned' where id = '" + SCAN + "'");

        planner.fail(SCAN, "late", live);

        assertThat(state()).isEqualTo("planned");
        assertThat(told()).isEmpty();
    }

    @Test
    void anOrderThatHasEndedMeanwhileIsNotPlannedAndNothingIsSaid() {
        Lease live = taken();

        planner.plan(
                SCAN,
                order -> {
                    run("update scan_order set state = 'failed' where id = '" + SCAN + "'");
                    return true;
                },
                live);

        assertThat(state()).isEqualTo("failed");
        assertThat(told()).isEmpty();
    }
}
