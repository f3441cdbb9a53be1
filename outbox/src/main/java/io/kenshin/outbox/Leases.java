package io.kenshin.outbox;

import io.kenshin.foundation.DaemonThreads;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Rights that one replica has at a time, until it gives them back or was not heard of for a while: rows of the table
 * {@code lease}, by the database's clock. Each that is taken has a higher epoch than those before. Whoever stalls and
 * does not know yet that he lost it is stopped where he writes: {@link #check} stands in that transaction. A replica
 * that starts again under its name goes on at once.
 */
@ApplicationScoped
public class Leases {
    private static final Logger LOG = Logger.getLogger(Leases.class);
    /** So long a replica need not be heard of; work that it left is taken over after that. */
    public static final Duration LENGTH = Duration.ofSeconds(30);

    private static final long RENEW_SECONDS = 5;

    private static final String UNTIL = "now() + make_interval(secs => :seconds)";
    private static final Sql TAKE = Sql.of("insert into lease (name, owner, epoch, until)"
            + " values (:name, :me, nextval('lease_epoch'), " + UNTIL + ") on conflict (name) do update set"
            + " owner = excluded.owner, epoch = nextval('lease_epoch'), until = excluded.until"
            + " where lease.owner = excluded.owner or lease.until < now() returning epoch");
    private static final String MINE = " where name = :name and epoch = :epoch";
    private static final Sql RENEW = Sql.of("update lease set until = " + UNTIL + MINE);
    private static final Sql RELEASE = Sql.of("delete from lease" + MINE);
    /** Locked, so that nobody takes it before the transaction has ended. */
    private static final Sql CHECK = Sql.of("select epoch from lease" + MINE + " for share");

    private final Database database;
    private final String me;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("leases"));

    /** @param me the same for a replica that starts again, another for every other */
    public Leases(Database database, @ConfigProperty(name = "kenshin.replica") String me) {
        this.database = database;
        this.me = me;
    }

    /**
     * Does work that one replica at a time may do, and keeps the lease as long as that takes.
     *
     * @return false when another has it, or this one stops, and nothing was done
     */
    public boolean during(String name, Consumer<Lease> work) {
        if (timer.isShutdown()) {
            return false;
        }
        Optional<Lease> taken = database.persistently(session -> take(session, name, LENGTH));
        taken.ifPresent(lease -> keep(lease, work));
        return taken.isPresent();
    }

    private void keep(Lease lease, Consumer<Lease> work) {
        held.add(lease);
        Future<?> renewing =
                timer.scheduleWithFixedDelay(() -> keep(lease), RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
        try {
            work.accept(lease);
        } finally {
            renewing.cancel(false);
            held.remove(lease);
            release(lease);
        }
    }

    private void keep(Lease lease) {
        try {
            renew(lease, LENGTH);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "the lease %s could not be renewed, next try in %d s: %s",
                    lease.name(), RENEW_SECONDS, e.getMessage());
        }
    }

    /** Takes a lease that nobody has, or whose holder was not heard of in time, or that this replica had itself. */
    public Optional<Lease> take(String name, Duration length) {
        return database.transaction(session -> take(session, name, length));
    }

    private Uni<Optional<Lease>> take(Mutiny.Session session, String name, Duration length) {
        return TAKE.with("name", name)
                .with("me", me)
                .with("seconds", (double) length.toSeconds())
                .first(session, row -> new Lease(name, row.count("epoch")));
    }

    /**
     * Says that this replica is still at it.
     *
     * @return false when another has it
     */
    public boolean renew(Lease lease, Duration length) {
        return database.transaction(session -> mine(RENEW, lease)
                        .with("seconds", (double) length.toSeconds())
                        .execute(session))
                == 1;
    }

    /** Lets others have it, if it is still held. */
    public void release(Lease lease) {
        try {
            database.transaction(session -> mine(RELEASE, lease).execute(session));
        } catch (RuntimeException e) {
            LOG.infof("the lease %s ends by itself: %s", lease.name(), e.getMessage());
        }
    }

    /** Fails the caller's transaction with {@link LeaseLost} when another has the lease. */
    public static Uni<Long> check(Mutiny.Session session, Lease lease) {
        return mine(CHECK, lease)
                .first(session, row -> row.count("epoch"))
                .map(found -> found.orElseThrow(() -> new LeaseLost(lease)));
    }

    private static Sql mine(Sql statement, Lease lease) {
        return statement.with("name", lease.name()).with("epoch", lease.epoch());
    }

    /** What is under way goes on elsewhere at once. Later the connections are closed already. */
    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        held.forEach(this::release);
    }
}
