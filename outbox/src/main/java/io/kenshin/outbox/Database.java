package io.kenshin.outbox;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hibernate Reactive for code on worker threads: run a transaction, wait for it, with a bound. */
@ApplicationScoped
public class Database {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LONG_LIMIT = Duration.ofMinutes(10);
    private static final Sql ANSWERS = Sql.of("select 1 as answer");

    private final Patience patience = new Patience();
    private final Mutiny.SessionFactory sessions;

    Database(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Like {@link #transaction}, but waits through a database that is away for up to half an hour. For consumers: while
     * it waits, nothing more is taken from the topic and nothing is lost.
     */
    public <T> T persistently(Function<Mutiny.Session, Uni<T>> work) {
        return persistently(LIMIT, work);
    }

    private <T> T persistently(Duration limit, Function<Mutiny.Session, Uni<T>> work) {
        return patience.through(() -> transaction(limit, work), this::answers);
    }

    private boolean answers() {
        try {
            return transaction(session -> ANSWERS.one(session, row -> row.integer("answer"))) == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Like {@link #persistently}, for a transaction that grows with the data: it may take ten minutes. */
    public <T> T atLength(Function<Mutiny.Session, Uni<T>> work) {
        return persistently(LONG_LIMIT, work);
    }

    /**
     * Like {@link #transaction}, for one that grows with the data. For requests: whoever waits for the answer hears that
     * the database is away, and nothing is done of it later.
     */
    public <T> T once(Function<Mutiny.Session, Uni<T>> work) {
        return transaction(LONG_LIMIT, work);
    }

    /**
     * A statement that the database understood and refused will be refused again, and so will a fault of our own; what
     * has to do with the connection may pass.
     */
    public static boolean passing(Throwable e) {
        boolean away = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql
                    ? sql.getSQLState()
                    : cause instanceof DatabaseException refused ? refused.getSqlState() : null;
            if (state != null) {
                return state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57");
            }
            away |= cause instanceof PersistenceException
                    || cause instanceof IllegalStateException
                    || cause instanceof TimeoutException
                    || cause instanceof IOException
                    || cause instanceof VertxException
                    || cause instanceof NoStackTraceThrowable;
        }
        return away;
    }

    /** Runs work in one transaction and returns its outcome; nothing is kept when it fails. */
    public <T> T transaction(Function<Mutiny.Session, Uni<T>> work) {
        return transaction(LIMIT, work);
    }

    private <T> T transaction(Duration limit, Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> sessions.withTransaction(session -> work.apply(session))
                    .ifNoItem()
                    .after(limit)
                    .fail());
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the transaction failed: " + e.getMessage(), e);
        }
    }

    /**
     * Runs statements one after the other, all with the same parameters.
     *
     * @return how many rows the last one changed
     */
    public static Uni<Integer> all(Mutiny.Session session, List<String> statements, Map<String, ?> parameters) {
        Uni<Integer> all = Uni.createFrom().item(0);
        for (String statement : statements) {
            all = all.chain(() -> Sql.of(statement).with(parameters).execute(session));
        }
        return all;
    }
}
