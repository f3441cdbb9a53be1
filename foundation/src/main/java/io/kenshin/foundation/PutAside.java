package io.kenshin.foundation;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * The failure strategy {@code put-aside}: a record that cannot be processed goes to the channel's dead letters, with
 * its reason; one that is too large with it is cut.
 *
 * <p>Not so while the service stops. What fails then fails because worker pools and connections are closed already, not
 * because of the record: it stays uncommitted, and whoever has its partition next processes it.
 */
@ApplicationScoped
@Identifier("put-aside")
public class PutAside implements KafkaFailureHandler.Factory {
    private static final Logger LOG = Logger.getLogger(PutAside.class);

    private final KafkaFailureHandler.Factory deadLetters;
    private volatile boolean stopping;

    PutAside(@Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory deadLetters) {
        this.deadLetters = deadLetters;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration channel,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new Handler(deadLetters.create(channel, vertx, consumer, reportFailure));
    }

    private final class Handler implements KafkaFailureHandler {
        private final KafkaFailureHandler deadLetters;

        Handler(KafkaFailureHandler deadLetters) {
            this.deadLetters = deadLetters;
        }

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> entry, Throwable reason, Metadata metadata) {
            if (stopping) {
                LOG.infof(
                        "%s/%d@%d was not processed before the stop (%s): it will be read again",
                        entry.getTopic(), entry.getPartition(), entry.getOffset(), reason.getMessage());
                return Uni.createFrom().nothing();
            }
            return deadLetters.handle(Letter.of(entry), Letter.reason(reason), metadata);
        }

        @Override
        public void terminate() {
            deadLetters.terminate();
        }
    }
}
