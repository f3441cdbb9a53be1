package io.kenshin.remediation.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.access.Actor;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.Cases;
import io.kenshin.remediation.cases.Move;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.ingest.IngestClient;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.promote.Promotion;
import io.kenshin.remediation.settings.RemediationSettings;
import io.kenshin.remediation.verify.Verification;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that one replica heals while others could, too. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class HealerIT {
    @Inject
    Database database;

    @Inject
    Cases cases;

    @Inject
    IngestClient ingest;

    @Inject
    JobLauncher launcher;

    @Inject
    TrainerContract contract;

    @Inject
    RemediationSettings settings;

    @Inject
    Verification verification;

    @Inject
    Promotion promotion;

    @Inject
    Policies policies;

    private final String id = "c-healer-" + UUID.randomUUID();
    private Lease lease;
    private Healer healer;

    /** What happens while the healer under test trains. */
    private Consumer<Lease> training = held -> {
        throw new IllegalStateException("the job failed");
    };

    @BeforeEach
    void aCaseThatHeals() {
        lease = new Leases(database, "first:1")
                .take("case " + id, Leases.LENGTH)
                .orElseThrow();
        RemediationCase open = new RemediationCase(id, CaseState.HEALING);
        open.scanId = "s" + id;
        open.dataset = "healer";
        open.model = "healer";
        open.version = 1;
        open.directory = "/m/1";
        open.joinedLabels = "clean";
        open.triggersJson = "[]";
        open.detail = "fine-tuning";
        open.figuresJson = "{}";
        open.attempt = 1;
        database.transaction(session -> session.persist(open));
        Training trains = new Training(cases, ingest, launcher, contract, settings) {
            @Override
            void train(RemediationCase open, Lease held) {
                training.accept(held);
            }
        };
        healer = new Healer(cases, trains, verification, promotion, policies, new Leases(database, "second:1"));
    }

    @AfterEach
    void itStops() {
        healer.stop();
    }

    private Lease takenOver() {
        isNotHeardOf();
        return new Leases(database, "third:1").take("case " + id, Leases.LENGTH).orElseThrow();
    }

    private void isNotHeardOf() {
        database.transaction(
                session -> Sql.of("update lease set until = now() - interval '1 second' where name = :name")
                        .with("name", "case " + id)
                        .execute(session));
    }

    private static Move trained() {
        return new Move(CaseState.VERIFYING, "trained", Actor.FLEET, RemediationEvents.MODEL_TRAINED);
    }

    private CaseState state() {
        return cases.find(id).state();
    }

    @Test
    void aHealingThatAnotherReplicaGoesOnWithDoesNotFailByTheOneThatWasCutOff() {
        training = held -> {
            cases.move(id, trained().under(takenOver()), changed -> {});
            throw new IllegalStateException("the job is not known here");
        };

        healer.heal(id, lease);

        assertThat(state()).isEqualTo(CaseState.VERIFYING);
    }

    @Test
    void whoLostACaseMovesItNowhere() {
        Lease live = takenOver();

        assertThatThrownBy(() -> healer.heal(id, lease)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> cases.move(id, trained().under(lease), changed -> {}))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> cases.change(id, lease, changed -> changed.rescanId = "s-other"))
                .isInstanceOf(LeaseLost.class);

        assertThat(state()).isEqualTo(CaseState.HEALING);
        assertThat(cases.find(id).rescanId).isNull();
        cases.move(id, trained().under(live), changed -> {});
        assertThat(state()).isEqualTo(CaseState.VERIFYING);
    }

    @Test
    void aStepThatAVersionWithoutLeasesHasDoneIsNoFailure() {
        training = held -> {
            cases.move(id, trained(), changed -> {});
            cases.move(id, trained().under(held), changed -> {});
        };

        healer.heal(id, lease);

        assertThat(state()).isEqualTo(CaseState.VERIFYING);
    }

    @Test
    void aJobThatFailedIsAFailure() {
        healer.heal(id, lease);

        assertThat(state()).isEqualTo(CaseState.HEAL_FAILED);
        assertThat(cases.find(id).detail).isEqualTo("healing failed: the job failed");
    }

    @Test
    void aCaseWhoseHealerIsGoneIsGoneOnWith() {
        isNotHeardOf();

        healer.look();

        Wait.until("the end of the case", Duration.ofSeconds(30), () -> state() == CaseState.HEAL_FAILED);
    }
}
