package io.kenshin.outbox;

import io.kenshin.contracts.Limits;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Records to be sent to Kafka if, and only if, the transaction that wrote them commits. Each service has a table
 * {@code outbox}; {@link OutboxRelay} sends its rows in order.
 */
public final class Outbox {
    /** For the key and the headers of a record. */
    private static final int ROOM = 16 << 10;

    private static final Sql ALL =
            Sql.of("insert into outbox (topic, key, payload) select :topic, r.key, r.payload from "
                    + Sql.rows("r", "key text, payload text"));

    private Outbox() {}

    /**
     * Adds a record within the caller's transaction.
     *
     * @throws KenshinException when no record is as large: it would hold up all after it
     */
    public static Uni<Integer> add(Mutiny.Session session, String topic, String key, String payload) {
        return Sql.of("insert into outbox (topic, key, payload) values (:topic, :key, :payload)")
                .with("topic", topic)
                .with("key", key)
                .with("payload", fitting(topic, payload))
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
                        session,
                        "r",
                        items,
                        item -> Map.of("key", key.apply(item), "payload", fitting(topic, payload.apply(item))));
    }

    private static String fitting(String topic, String payload) {
        long bytes = Limits.bytes(payload);
        if (bytes > Limits.RECORD_BYTES - ROOM) {
            throw new KenshinException(
                    ErrorCode.TOO_LARGE,
                    "a record of " + bytes + " bytes on " + topic + ": it takes " + Limits.RECORD_BYTES);
        }
        return payload;
    }
}
