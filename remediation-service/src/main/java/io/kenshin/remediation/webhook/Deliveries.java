package io.kenshin.remediation.webhook;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.rest.WebhookDelivery;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Row;
import io.kenshin.outbox.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The events that are on their way to the webhook. They wait in the database, not on the topic: a receiver that is down
 * for a day holds nothing up. Each is tried by its own times; one that was given up stays until somebody sends it again.
 */
@ApplicationScoped
public class Deliveries {
    /** Before the second try, the third and so on; 27 hours and a half in all. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    /** Longer than a service may be down that has something to tell. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int LOOK_SECONDS = 2;
    /** Whoever tries has this long; a replica that ends meanwhile leaves the rest to another. */
    private static final Duration TRY = Duration.ofMinutes(1);

    private static final Sql ADD = Sql.of("insert into webhook_delivery (id, type, subject, dataset, body, next_try)"
            + " values (:id, :type, :subject, :dataset, :body, :now) on conflict (id) do nothing");
    private static final Sql CLAIM = Sql.of("update webhook_delivery set tries = tries + 1, next_try = :until"
            + " where id = (select id from webhook_delivery where state = 'waiting' and next_try <= :now"
            + " order by seq limit 1 for update skip locked) returning id, body, tries");
    private static final Sql DONE = Sql.of("delete from webhook_delivery where id = :id");
    private static final Sql FAILED =
            Sql.of("update webhook_delivery set state = :state, next_try = :next, fault = :fault"
                    + " where id = :id and tries = :tries");
    private static final Sql AGAIN = Sql.of("update webhook_delivery set state = 'waiting', tries = 0, next_try = :now"
            + " where case when :named then id = " + Sql.anyOf("ids") + " else state = 'given-up' end");
    private static final Sql LIST = Sql.of("select id, type, subject, state, tries, next_try, fault, created"
            + " from webhook_delivery where :state = '' or state = :state order by seq limit :limit offset :offset");

    private static final Sql COUNTS =
            Sql.of("select state, count(*) as deliveries from webhook_delivery group by state");

    private final Database database;
    private final Webhook webhook;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("webhook"));

    @Inject
    Deliveries(Database database, Webhook webhook) {
        this(database, webhook, Clock.systemUTC());
    }

    Deliveries(Database database, Webhook webhook, Clock clock) {
        this.database = database;
        this.webhook = webhook;
        this.clock = clock;
    }

    private record Claimed(String id, String body, int tries) {}

    void start(@Observes StartupEvent event) {
        if (webhook.listens()) {
            timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            deliver();
        } catch (RuntimeException e) {
            LOG.warnf("the webhook's events wait: %s", e.getMessage());
        }
    }

    /** Keeps an event to be delivered; the same one twice is kept once. */
    public void take(String json) {
        if (!webhook.listens()) {
            return;
        }
        CloudEvent<RemediationEvents.Data> event = Json.readEvent(json, RemediationEvents.Data.class);
        if (event.id() == null || !ID.matcher(event.id()).matches()) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "no event for the webhook: its id cannot be that of a header");
        }
        Instant said = OffsetDateTime.parse(event.time()).toInstant();
        if (said.isBefore(clock.instant().minus(OLDEST))) {
            // Who begins to listen hears what happens from then on, not what the topic has kept.
            return;
        }
        database.persistently(session -> ADD.with("id", event.id())
                .with("type", event.type())
                .with("subject", String.valueOf(event.subject()))
                .with("dataset", String.valueOf(event.data().dataset()))
                .with("body", json)
                .with("now", clock.instant())
                .execute(session));
    }

    /** Tries everything that is due, the oldest first. */
    void deliver() {
        Optional<Claimed> claimed = claim();
        while (claimed.isPresent()) {
            Claimed one = claimed.get();
            Optional<String> fault = webhook.post(one.id(), one.body(), clock.instant());
            if (Thread.currentThread().isInterrupted()) {
                // The service stops: whoever looks next tries this one again.
                return;
            }
            if (fault.isEmpty()) {
                database.transaction(session -> DONE.with("id", one.id()).execute(session));
            } else {
                failed(one, fault.get());
            }
            claimed = claim();
        }
    }

    private Optional<Claimed> claim() {
        Instant now = clock.instant();
        return database.transaction(session -> CLAIM.with("now", now)
                .with("until", now.plus(TRY))
                .first(session, row -> new Claimed(row.text("id"), row.text("body"), row.integer("tries"))));
    }

    private void failed(Claimed one, String fault) {
        boolean last = one.tries() > PAUSES.size() || fault.equals(Webhook.GONE);
        Duration pause = last ? Duration.ZERO : PAUSES.get(one.tries() - 1);
        LOG.warnf(
                "webhook: try %d of %d of event %s failed: %s; %s",
                one.tries(),
                PAUSES.size() + 1,
                one.id(),
                fault,
                last ? "given up (kenshin webhook again)" : "the next one in " + pause);
        database.transaction(session -> FAILED.with("state", last ? WebhookDelivery.GIVEN_UP : WebhookDelivery.WAITING)
                .with("next", clock.instant().plus(pause))
                .with("fault", fault)
                .with("id", one.id())
                .with("tries", one.tries())
                .execute(session));
    }

    /** The oldest first. */
    List<WebhookDelivery> list(String state, Page page) {
        return database.transaction(session -> LIST.with("state", state)
                .with("limit", page.limit())
                .with("offset", page.offset())
                .list(session, Deliveries::delivery));
    }

    private static WebhookDelivery delivery(Row row) {
        return new WebhookDelivery(
                row.text("id"),
                row.text("type"),
                row.text("subject"),
                row.text("state"),
                row.integer("tries"),
                row.instant("next_try"),
                row.optionalText("fault").orElse(null),
                row.instant("created"));
    }

    /**
     * Begins with deliveries anew.
     *
     * @param ids those to begin with; null for all that were given up
     * @return how many
     */
    int again(@Nullable List<String> ids) {
        return database.transaction(session -> AGAIN.with("named", ids != null)
                .withJson("ids", ids == null ? List.of() : ids)
                .with("now", clock.instant())
                .execute(session));
    }

    /** How many are in which state. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(Map.of(WebhookDelivery.WAITING, 0L, WebhookDelivery.GIVEN_UP, 0L));
        database.transaction(
                        session -> COUNTS.list(session, row -> Map.entry(row.text("state"), row.count("deliveries"))))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
