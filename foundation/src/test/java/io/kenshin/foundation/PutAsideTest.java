package io.kenshin.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class PutAsideTest {
    private final List<String> handled = new ArrayList<>();

    /** A strategy that says what it was given. */
    private KafkaFailureHandler.Factory named(String name) {
        return (channel, vertx, consumer, report) -> new KafkaFailureHandler() {
            @Override
            public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
                handled.add(name + ": " + reason.getMessage());
                return Uni.createFrom().voidItem();
            }
        };
    }

    @Test
    @SuppressWarnings("NullAway") // No broker stands behind it.
    void aRecordIsPutAsideForItsOwnFaultAndNotForADatabaseThatIsAway() {
        KafkaFailureHandler handler =
                new PutAside(named("put aside"), named("ended")).create(null, null, null, (fault, fatal) -> {});

        IncomingKafkaRecord<String, String> entry = new IncomingKafkaRecord<>(
                new ConsumerRecord<>("topic", 0, 0, "key", "text"), "channel", 0, null, null, false);
        handler.handle(entry, new KenshinException(ErrorCode.INVALID_INPUT, "no JSON"), Metadata.empty());
        handler.handle(entry, new KenshinException(ErrorCode.AWAY, "no database"), Metadata.empty());
        handler.handle(entry, new KenshinException(ErrorCode.UNAVAILABLE, "no answer"), Metadata.empty());

        assertThat(handled).containsExactly("put aside: no JSON", "ended: no database", "put aside: no answer");
    }
}
