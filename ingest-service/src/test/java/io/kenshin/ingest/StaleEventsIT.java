package io.kenshin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.ingest.model.AliasMoves;
import io.kenshin.ingest.sample.Quarantine;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that come again after newer ones, from whoever sent them late. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class StaleEventsIT {
    private static final String BEFORE = "2026-01-01T00:00:00Z";
    private static final String NOW = "2026-01-02T00:00:00Z";

    @Inject
    Database database;

    @Inject
    Quarantine quarantine;

    @Inject
    AliasMoves aliases;

    @BeforeEach
    void aSampleAndNoModel() {
        run("delete from sample where dataset = 'stale'");
        run("delete from model_alias where model = 'stale'");
        run("insert into sample (id, dataset, code, label, split) values ('stale-1', 'stale', 'x', 'clean', 'train')");
    }

    private void run(String statement) {
        database.transaction(session -> Sql.of(statement).execute(session));
    }

    private String text(String query) {
        return database.transaction(session -> Sql.of(query).one(session, row -> row.text("value")));
    }

    private String state() {
        return text("select state as value from sample where id = 'stale-1'");
    }

    private String production() {
        return text("select cast(version as text) as value from model_alias where model = 'stale'");
    }

    private static CloudEvent<RemediationEvents.Data> event(String type, int version, String time) {
        RemediationEvents.Data data = new RemediationEvents.Data(
                "c", "s", "stale", "stale", version, List.of("stale-1"), "why", Map.of(), null);
        return CloudEvent.of(type + version, "/test", type, "c", time, data);
    }

    private void hear(CloudEvent<RemediationEvents.Data> event) {
        quarantine.on(Json.write(event));
        aliases.on(Json.write(event));
    }

    @Test
    void aQuarantineThatComesAgainAfterTheReleaseChangesNothing() {
        CloudEvent<RemediationEvents.Data> quarantined = event(RemediationEvents.SAMPLES_QUARANTINED, 1, NOW);
        hear(quarantined.at(11));
        assertThat(state()).isEqualTo("quarantined");
        hear(event(RemediationEvents.SAMPLES_RELEASED, 1, NOW).at(12));

        hear(quarantined.at(11));

        assertThat(state()).isEqualTo("accepted");
        hear(quarantined.at(13));
        assertThat(state()).isEqualTo("quarantined");
    }

    @Test
    void aPromotionThatComesAgainAfterTheRollbackChangesNothing() {
        CloudEvent<RemediationEvents.Data> promoted = event(RemediationEvents.MODEL_PROMOTED, 2, NOW);
        hear(promoted.at(11));
        assertThat(production()).isEqualTo("2");
        hear(event(RemediationEvents.MODEL_ROLLED_BACK, 1, NOW).at(12));

        hear(promoted.at(11));

        assertThat(production()).isEqualTo("1");
        hear(promoted.at(13));
        assertThat(production()).isEqualTo("2");
    }

    @Test
    void eventsOfVersionsThatGaveNoSequenceAreOrderedByTheirTime() {
        CloudEvent<RemediationEvents.Data> quarantined = event(RemediationEvents.SAMPLES_QUARANTINED, 1, BEFORE);
        hear(quarantined);
        assertThat(state()).isEqualTo("quarantined");
        CloudEvent<RemediationEvents.Data> released = event(RemediationEvents.SAMPLES_RELEASED, 1, NOW);
        hear(released);
        hear(quarantined);
        assertThat(state()).isEqualTo("accepted");

        hear(quarantined.at(released.place() + 1));

        assertThat(state()).isEqualTo("quarantined");
    }
}
