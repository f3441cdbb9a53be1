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
 * because of the record: it stays uncommitted, and whoever has its partition next processes it. Nor where the database
 * has been {@linkplain ErrorCode#AWAY away} for too long: then the channel ends as it does without this strategy, the
 * service says that it is not alive, and whoever starts it again has the record processed.
 */
@ApplicationScoped
@Identifier("put-aside")
public class PutAside implements KafkaFailureHandler.Factory {
    private static final Logger LOG = Logger.getLogger(PutAside.class);

    private final KafkaFailureHandler.Factory deadLetters;
    private final KafkaFailureHandler.Factory end;
    private volatile boolean stopping;

    PutAside(
            @Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory deadLetters,
            @Identifier(KafkaFailureHandler.Strategy.FAIL) KafkaFailureHandler.Factory end) {
        this.deadLetters = deadLetters;
        this.end = end;
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
        return new Handler(
                deadLetters.create(channel, vertx, consumer, reportFailure),
                end.create(channel, vertx, consumer, reportFailure));
    }

    private final class Handler implements KafkaFailureHandler {
        private final KafkaFailureHandler deadLetters;
        private final KafkaFailureHandler end;

        Handler(KafkaFailureHandler deadLetters, KafkaFailureHandler end) {
            this.deadLetters = deadLetters;
            this.end = end;
        }

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> entry, Throwable reason, Metadata metadata) {
            if (stopping) {
                LOG.infof(
                        "%s/%d@%d was not processed before the stop (%s): it will be read again",
                        entry.getTopic(), entry.getPartition(), entry.getOffset(), reason.getMessage());
                return Uni.createFrom().nothing();
            }
            return (KenshinException.isAway(reason) ? end : deadLetters)
                    .handle(Letter.of(entry), Letter.reason(reason), metadata);
        }

        @Override
        public void terminate() {
            deadLetters.terminate();
            end.terminate();
        }
    }
}
