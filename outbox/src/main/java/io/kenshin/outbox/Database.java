package io.kenshin.outbox;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hibernate Reactive for code on worker threads: run a transaction, wait for it, with a bound. */
@ApplicationScoped
public class Database {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Mutiny.SessionFactory sessions;

    Database(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Runs work in one transaction and returns its outcome; nothing is kept when it fails. */
    public <T> T transaction(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> sessions.withTransaction(session -> work.apply(session)).ifNoItem().after(LIMIT).fail());
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the transaction failed: " + e.getMessage(), e);
        }
    }
}
