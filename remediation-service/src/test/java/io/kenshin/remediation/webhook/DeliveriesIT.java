package io.kenshin.remediation.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.rest.WebhookDelivery;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.TestSettings;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries to a real receiver from a real database, with a clock that the test drives. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class DeliveriesIT {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Inject
    Database database;

    private final DrivenClock clock = new DrivenClock();
    private Receiver receiver;
    private Deliveries deliveries;

    private static final class DrivenClock extends Clock {
        // Ahead of the service's own clock: what its interface sends again is due.
        private Instant now = Instant.parse("2100-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() throws IOException {
        database.transaction(session -> Sql.of("delete from webhook_delivery").execute(session));
        receiver = new Receiver();
        deliveries = new Deliveries(
                database,
                new Webhook(TestSettings.with(Map.of("webhook.url", receiver.address(), "webhook.secret", KEY))),
                clock);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private void take(String id) {
        deliveries.take(event(id));
    }

    private static String event(String id) {
        RemediationEvents.Data data =
                new RemediationEvents.Data("c-1", "s-1", "told", "m", 1, List.of(), "because", Map.of(), null);
        return Json.write(CloudEvent.of(
                id, "/kenshin/remediation", RemediationEvents.CASE_OPENED, "c-1", "2099-12-31T23:00:00Z", data));
    }

    private void after(Duration time) {
        clock.now = clock.now.plus(time);
        deliveries.deliver();
    }

    private List<WebhookDelivery> open() {
        return deliveries.list("", new Page(100, 0));
    }

    @Test
    void anEventIsDeliveredOnceSignedAsStandardWebhooksSay() {
        take("e1");
        take("e1");
        take("e2");
        deliveries.deliver();
        deliveries.deliver();

        assertThat(receiver.deliveries()).extracting(Receiver.Delivery::id).containsExactly("e1", "e2");
        Receiver.Delivery first = receiver.deliveries().get(0);
        assertThat(first.body()).isEqualTo(event("e1"));
        assertThat(first.seconds()).isEqualTo(clock.now.getEpochSecond());
        assertThat(first.signature()).isEqualTo(WebhookKeys.of(KEY).signatures("e1", first.seconds(), first.body()));
        assertThat(open()).isEmpty();
    }

    @Test
    void aReceiverThatIsDownForSevenHoursIsToldWhenItIsBack() throws IOException {
        receiver.goDown();
        take("e1");
        deliveries.deliver();
        for (Duration pause : Deliveries.PAUSES.subList(0, 4)) {
            after(pause.minusSeconds(1));
            int tries = open().get(0).tries();
            after(Duration.ofSeconds(1));
            assertThat(open().get(0).tries()).isEqualTo(tries + 1);
        }
        assertThat(open()).singleElement().satisfies(waiting -> {
            assertThat(waiting.state()).isEqualTo(WebhookDelivery.WAITING);
            assertThat(waiting.tries()).isEqualTo(5);
            assertThat(waiting.fault()).contains("ConnectException");
        });

        receiver.comeBack();
        after(Duration.ofHours(5));

        assertThat(receiver.deliveries()).singleElement().satisfies(told -> {
            assertThat(told.id()).isEqualTo("e1");
            assertThat(told.seconds()).isEqualTo(clock.now.getEpochSecond());
        });
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsRefusedForMoreThanADayIsGivenUpHoldsNothingUpAndCanBeSentAgain() {
        assertThat(Deliveries.PAUSES.stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThan(Duration.ofDays(1));
        receiver.answer("refused", 503);
        take("refused");
        deliveries.deliver();
        take("next");
        Deliveries.PAUSES.forEach(this::after);

        assertThat(receiver.deliveries("refused")).hasSize(Deliveries.PAUSES.size() + 1);
        assertThat(receiver.deliveries("next")).hasSize(1);
        after(Duration.ofDays(30));
        assertThat(receiver.deliveries("refused")).hasSize(Deliveries.PAUSES.size() + 1);
        given().get("/api/v1/webhook/deliveries?state=given-up")
                .then()
                .body("id", contains("refused"), "fault", contains("HTTP 503"), "subject", contains("c-1"));
        given().get("/api/v1/webhook/deliveries?state=waiting").then().body("", empty());
        assertThat(deliveries.counts()).containsEntry("given-up", 1L).containsEntry("waiting", 0L);

        receiver.answer("refused", 204);
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/webhook/deliveries/again")
                .then()
                .statusCode(200)
                .body("deliveries", equalTo(1));
        deliveries.deliver();
        assertThat(receiver.deliveries("refused")).hasSize(Deliveries.PAUSES.size() + 2);
        assertThat(open()).isEmpty();
    }

    @Test
    void aReceiverThatIsGoneForGoodIsNotAskedAgainUnlessSomebodyNamesTheEvent() {
        receiver.answer("gone", 410);
        take("gone");
        take("other");
        deliveries.deliver();
        after(Duration.ofDays(2));

        assertThat(receiver.deliveries("gone")).hasSize(1);
        assertThat(open()).extracting(WebhookDelivery::state).containsExactly(WebhookDelivery.GIVEN_UP);
        assertThat(deliveries.again(List.of("unknown"))).isZero();
        assertThat(deliveries.again(List.of("gone"))).isEqualTo(1);
        deliveries.deliver();
        assertThat(receiver.deliveries("gone")).hasSize(2);
    }

    @Test
    void replicasShareTheEventsAndTellEachOnce() {
        Deliveries other = new Deliveries(
                database,
                new Webhook(TestSettings.with(Map.of("webhook.url", receiver.address(), "webhook.secret", KEY))),
                clock);
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> "e" + i).toList();
        ids.forEach(this::take);

        Stream.of(deliveries, other)
                .map(replica -> CompletableFuture.runAsync(replica::deliver))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(receiver.deliveries()).extracting(Receiver.Delivery::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whatIsNoEventIsRefused() {
        for (String refused : List.of("{\"type\":\"t\",\"data\":{}}", event("two\nlines"), event("i".repeat(201)))) {
            assertThatThrownBy(() -> deliveries.take(refused))
                    .isInstanceOf(KenshinException.class)
                    .hasMessageContaining("its id");
        }
        assertThat(open()).isEmpty();
    }
}
