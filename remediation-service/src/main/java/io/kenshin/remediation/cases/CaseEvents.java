package io.kenshin.remediation.cases;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Outbox;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The public events about cases; they leave with the transaction that caused them. */
public final class CaseEvents {
    /** Of one event, if their ids are short. */
    private static final int MOST_SAMPLES = 10_000;

    private static final Sql NEXT = Sql.of("select next_event() as place");

    private CaseEvents() {}

    /** Queues an event about a case; one about very many samples in several, each of which says its own. */
    public static Uni<Integer> publish(
            Mutiny.Session session, String type, RemediationCase about, List<String> sampleIds, String reason) {
        return NEXT.one(session, row -> row.count("place"))
                .chain(place -> Outbox.addAll(
                        session,
                        Topics.REMEDIATION_EVENTS,
                        parts(sampleIds),
                        part -> about.id,
                        part -> event(type, about, part, reason, place)));
    }

    static List<List<String>> parts(List<String> sampleIds) {
        List<List<String>> parts = new ArrayList<>();
        int to;
        for (int from = 0; from < sampleIds.size(); from = to) {
            to = Limits.end(sampleIds, from, MOST_SAMPLES, Limits::bytes);
            parts.add(sampleIds.subList(from, to));
        }
        return parts.isEmpty() ? List.of(List.of()) : parts;
    }

    private static String event(String type, RemediationCase about, List<String> sampleIds, String reason, long place) {
        boolean back = type.equals(RemediationEvents.MODEL_ROLLED_BACK);
        int healed = Objects.requireNonNullElse(about.healedVersion, about.version);
        RemediationEvents.Data data = new RemediationEvents.Data(
                about.id,
                about.scanId,
                about.dataset,
                about.model,
                back ? about.versionBefore() : healed,
                sampleIds,
                reason,
                about.figures(),
                back ? healed : null);
        CloudEvent<RemediationEvents.Data> event = CloudEvent.of(
                UUID.randomUUID().toString(),
                "/kenshin/remediation",
                type,
                about.id,
                Instant.now().toString(),
                data);
        return Json.write(event.at(place));
    }
}
