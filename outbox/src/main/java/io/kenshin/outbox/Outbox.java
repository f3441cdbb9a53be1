package io.kenshin.outbox;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Records to be sent to Kafka if, and only if, the transaction that wrote them commits. Each service has a table
 * {@code outbox}; {@link OutboxRelay} sends its rows in order.
 */
public final class Outbox {
    private Outbox() {}

    /** Adds a record within the caller's transaction. */
    public static Uni<Integer> add(Mutiny.Session session, String topic, String key, String payload) {
        return Sql.of("insert into outbox (topic, key, payload) values (:topic, :key, :payload)")
                .with("topic", topic)
                .with("key", key)
                .with("payload", payload)
                .execute(session);
    }
}
