package io.kenshin.outbox;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Records to be sent to Kafka if, and only if, the transaction that wrote them commits. Each service has a table
 * {@code outbox}; {@link OutboxRelay} sends its rows in order.
 */
public final class Outbox {
    private static final Sql ALL =
            Sql.of("insert into outbox (topic, key, payload) select :topic, r.key, r.payload from "
                    + Sql.rows("r", "key text, payload text"));

    private Outbox() {}

    /** Adds a record within the caller's transaction. */
    public static Uni<Integer> add(Mutiny.Session session, String topic, String key, String payload) {
        return Sql.of("insert into outbox (topic, key, payload) values (:topic, :key, :payload)")
                .with("topic", topic)
                .with("key", key)
                .with("payload", payload)
                .execute(session);
    }

    /** Adds a record for each of some items, however many, within the caller's transaction and in their order. */
    public static <T> Uni<Integer> addAll(
            Mutiny.Session session,
            String topic,
            Iterable<T> items,
            Function<T, String> key,
            Function<T, String> payload) {
        return ALL.with("topic", topic)
                .executeInPieces(
                        session, "r", items, item -> Map.of("key", key.apply(item), "payload", payload.apply(item)));
    }
}
