package io.kenshin.ingest.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class AliasMovesIT {
    @Inject
    AliasMoves moves;

    @Inject
    Models models;

    @Inject
    Database database;

    @Test
    void aRollbackMovesProductionOnlyFromTheVersionThatItTakesBack() {
        database.transaction(session -> Models.point(session, "moved", Models.PRODUCTION, 1, 0));
        event(RemediationEvents.MODEL_PROMOTED, 2, null);
        event(RemediationEvents.MODEL_PROMOTED, 3, null);

        event(RemediationEvents.MODEL_ROLLED_BACK, 1, 2);
        assertThat(models.aliases("moved")).containsEntry(Models.PRODUCTION, 3);

        event(RemediationEvents.MODEL_ROLLED_BACK, 2, 3);
        assertThat(models.aliases("moved")).containsEntry(Models.PRODUCTION, 2);
    }

    private void event(String type, int version, @Nullable Integer from) {
        RemediationEvents.Data data = new RemediationEvents.Data(
                "c-moved", "s-moved", "moved", "moved", version, List.of(), "because", Map.of(), from);
        moves.on(Json.write(
                CloudEvent.of(type + version + from, "/test", type, "c-moved", "2026-01-01T00:00:00Z", data)));
    }
}
