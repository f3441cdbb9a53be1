package io.kenshin.remediation.promote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promotions and rollbacks of several cases of one model. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class PromotionIT {
    @Inject
    Promotion promotion;

    @Inject
    Database database;

    @Test
    void anOlderCaseCannotPutItsPoisonedVersionIntoProductionAgain() {
        // Given two versions that were found poisoned, one after the other
        String older = healed("older", "chained", 1, 2);
        String newer = healed("newer", "chained", 2, 3);
        promotion.approve(older, "Ada");
        promotion.approve(newer, "Ada");

        // When, then
        assertThatThrownBy(() -> promotion.rollback(older, "Ada"))
                .isInstanceOf(KenshinException.class)
                .hasMessageContaining("version 3 is by now")
                .hasMessageContaining("roll back case " + newer + " first");
        assertThat(rollbacks(older)).isEmpty();

        // When, then: one after the other, each from what it put there
        promotion.rollback(newer, "Ada");
        promotion.rollback(older, "Ada");
        assertThat(rollbacks(newer)).containsExactly("3 -> 2");
        assertThat(rollbacks(older)).containsExactly("2 -> 1");
    }

    @Test
    void aRollbackGoesBackToWhatThePromotionReplacedNotToWhatWasScanned() {
        String first = healed("first", "parallel", 1, 2);
        String second = healed("second", "parallel", 1, 3);
        promotion.approve(first, "Ada");
        promotion.approve(second, "Ada");

        promotion.rollback(second, "Ada");

        assertThat(rollbacks(second)).containsExactly("3 -> 2");
    }

    /** A case whose healed version waits for a person. */
    private String healed(String name, String model, int scanned, int healed) {
        RemediationCase open = new RemediationCase("c-" + model + "-" + name, CaseState.APPROVAL);
        open.scanId = "s-" + model + "-" + name;
        open.dataset = model;
        open.model = model;
        open.version = scanned;
        open.directory = "/models/" + scanned;
        open.joinedLabels = "clean";
        open.triggersJson = "[]";
        open.detail = "passed its gates";
        open.healedVersion = healed;
        open.healedDirectory = "/models/" + healed;
        open.figuresJson = "{}";
        database.transaction(session -> session.persist(open).chain(session::flush));
        return open.id;
    }

    /** The moves that a case's rollbacks ask for. */
    private List<String> rollbacks(String caseId) {
        return database
                .transaction(session -> Sql.of("select payload from outbox where key = :key order by id")
                        .with("key", caseId)
                        .list(session, row -> row.text("payload")))
                .stream()
                .filter(event -> Json.eventType(event).equals(RemediationEvents.MODEL_ROLLED_BACK))
                .map(event ->
                        Json.readEvent(event, RemediationEvents.Data.class).data())
                .map(data -> data.from() + " -> " + data.version())
                .toList();
    }
}
