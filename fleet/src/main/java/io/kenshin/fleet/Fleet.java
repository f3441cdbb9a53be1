package io.kenshin.fleet;

import io.kenshin.embedded.EmbeddedDatabase;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole of Kenshin on this machine: broker and database embedded, each service a process from its jar. */
public class Fleet implements AutoCloseable {
    /** What the fleet itself needs, with room for a scan. */
    public static final long OWN_MEMORY_BYTES = 3L << 30;

    public static final String BROKER = "kafka";
    public static final String DATABASE = "postgres";

    private final Layout layout;
    private final Terminal terminal;
    private final Parts parts;
    private final Readiness readiness;
    private final Watch watch = new Watch(System::nanoTime);
    private @Nullable EmbeddedDatabase database;
    private volatile boolean closed;

    protected Fleet(Layout layout, Terminal terminal) {
        this.layout = layout;
        this.terminal = terminal;
        parts = new Parts(layout);
        readiness = new Readiness(layout, terminal);
    }

    /**
     * Starts a fleet and returns when all of it is ready.
     *
     * @param memoryBytes free memory that must be there for the fleet and what runs beside it
     * @throws FleetException naming what is in the way; nothing is left running then
     */
    public static Fleet start(Layout layout, Terminal terminal, long memoryBytes) {
        return started(new Fleet(layout, terminal), memoryBytes);
    }

    /** Starts a fleet of any kind, as {@link #start} does. */
    protected static <F extends Fleet> F started(F fleet, long memoryBytes) {
        Leftovers.stop(fleet.layout().data());
        Requirements.check(fleet.layout(), memoryBytes);
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "fleet-stop"));
        try {
            fleet.startAll();
            return fleet;
        } catch (RuntimeException | IOException e) {
            fleet.close();
            throw e instanceof FleetException known
                    ? known
                    : new FleetException("the fleet could not be started: " + e.getMessage(), e);
        }
    }

    void startAll() throws IOException {
        long begin = System.nanoTime();
        spawnBroker();
        terminal.status("starting PostgreSQL");
        startDatabase();
        terminal.done("PostgreSQL", begin);
        terminal.status("starting Kafka");
        readiness.awaitBroker(this::failIfCrashed);
        terminal.done("Kafka", begin);
        for (Service service : Service.values()) {
            parts.spawn(service.module(), command(service), environment(service));
        }
        for (Service service : Service.values()) {
            terminal.status("starting " + service.module());
            readiness.awaitService(service.module(), layout.port(service), this::failIfCrashed);
            terminal.done(service.module(), begin);
        }
    }

    public final Layout layout() {
        return layout;
    }

    protected final Terminal terminal() {
        return terminal;
    }

    /** What a service is started with. */
    protected Map<String, String> environment(Service service) {
        return layout.environment(service);
    }

    /** How a service is started. */
    protected List<String> command(Service service) {
        return layout.command(service);
    }

    private void spawnBroker() throws IOException {
        parts.spawn(BROKER, layout.brokerCommand(), Map.of());
    }

    private void startDatabase() throws IOException {
        database = EmbeddedDatabase.start(layout.data().resolve(DATABASE), layout.databasePort(), true);
    }

    /** Starts the broker, which has ended, and waits until it is ready whatever has become of the others. */
    protected final void restartBroker() throws IOException {
        spawnBroker();
        readiness.awaitBroker(() -> parts.failIfCrashed(BROKER));
    }

    /** Starts the database, which has ended. */
    protected final void restartDatabase() throws IOException {
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                // It was killed: there is nothing to stop.
            }
        }
        startDatabase();
    }

    /** Starts a service, or one more replica of it, and waits until it is ready whatever has become of the others. */
    protected final void startService(String part, Service service, Map<String, String> environment, int port)
            throws IOException {
        parts.spawn(part, command(service), environment);
        readiness.awaitService(part, port, () -> parts.failIfCrashed(part));
    }

    /** The process of the broker, a service or a replica. */
    protected final ProcessHandle handle(String part) {
        return parts.process(part).toHandle();
    }

    /** Does without a replica, which has ended. */
    protected final void forget(String replica) {
        parts.forget(replica);
    }

    /** @throws FleetException naming a part that has ended by itself, with the end of its log */
    public final void failIfCrashed() {
        parts.failIfCrashed();
    }

    /**
     * Starts services again that have ended by themselves or have gone deaf; to be called every few seconds.
     *
     * @throws FleetException when the broker has ended, or a service does not stay up
     */
    public final void keepUp() throws IOException {
        parts.failIfCrashed(BROKER);
        for (Service service : Service.values()) {
            String part = service.module();
            Watch.State state = !parts.process(part).isAlive()
                    ? Watch.State.ENDED
                    : readiness.alive(layout.port(service)) ? Watch.State.ALIVE : Watch.State.DEAF;
            if (closed) {
                // What ends now is being stopped.
                return;
            }
            if (watch.due(part, state)) {
                terminal.warn(part + (state == Watch.State.ENDED ? " has ended" : " has gone deaf")
                        + ": it is started again; the log of the time before: " + layout.log(part) + ".before");
                if (restart(service)) {
                    readiness.awaitService(part, layout.port(service), () -> parts.failIfCrashed(part));
                }
            }
        }
    }

    private synchronized boolean restart(Service service) throws IOException {
        if (!closed) {
            parts.end(service.module());
            parts.spawn(service.module(), command(service), environment(service));
        }
        return !closed;
    }

    /** Whether every service says that it is ready: its broker, its database and itself. */
    public final boolean ready() {
        return Stream.of(Service.values()).allMatch(service -> readiness.ready(layout.port(service)));
    }

    /** Stops everything, the last started first; a second call does nothing. */
    @Override
    public final synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        parts.stop();
        try {
            if (database != null) {
                database.close();
            }
            parts.removeNote();
        } catch (IOException e) {
            terminal.warn("not everything stopped cleanly: " + e.getMessage());
        }
    }
}
