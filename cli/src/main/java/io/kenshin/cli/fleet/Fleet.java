package io.kenshin.cli.fleet;

import io.kenshin.cli.terminal.Terminal;
import io.kenshin.embedded.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole of Kenshin on this machine: broker and database embedded, each service a process from its jar. */
public final class Fleet implements AutoCloseable {
    /** What the fleet itself needs, with room for a scan. */
    public static final long OWN_MEMORY_BYTES = 3L << 30;

    public static final String BROKER = "kafka";
    public static final String DATABASE = "postgres";

    private static final long START_SECONDS = 240;
    private static final long STOP_SECONDS = 10;
    /** After which Kubernetes kills a pod that was asked to stop. */
    private static final long GRACE_SECONDS = 30;

    private final Layout layout;
    private final Terminal terminal;
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<Layout.Service, Path> roots = new EnumMap<>(Layout.Service.class);
    private final Map<Layout.Service, Map<String, String>> settings = new EnumMap<>(Layout.Service.class);
    private @Nullable EmbeddedDatabase database;
    private @Nullable FleetFile file;
    private boolean closed;

    private Fleet(Layout layout, Terminal terminal) {
        this.layout = layout;
        this.terminal = terminal;
    }

    /**
     * Starts a fleet and returns when all of it is ready.
     *
     * @param memoryBytes free memory that must be there for the fleet and what runs beside it
     * @throws FleetException naming what is in the way; nothing is left running then
     */
    public static Fleet start(Layout layout, Terminal terminal, long memoryBytes) {
        Leftovers.stop(layout.data());
        Requirements.check(layout, memoryBytes);
        Fleet fleet = new Fleet(layout, terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "fleet-stop"));
        try {
            fleet.start();
            return fleet;
        } catch (RuntimeException | IOException e) {
            fleet.close();
            throw e instanceof FleetException known
                    ? known
                    : new FleetException("the fleet could not be started: " + e.getMessage(), e);
        }
    }

    private void start() throws IOException {
        long begin = System.nanoTime();
        spawn(BROKER, layout.brokerCommand(), Map.of());
        terminal.status("starting PostgreSQL");
        startDatabase();
        terminal.done("PostgreSQL", begin);
        terminal.status("starting Kafka");
        await(BROKER, this::brokerReady);
        terminal.done("Kafka", begin);
        for (Layout.Service service : Layout.Service.values()) {
            spawn(service.module(), command(service), environment(service));
        }
        for (Layout.Service service : Layout.Service.values()) {
            terminal.status("starting " + service.module());
            await(service.module(), () -> ready(service));
            terminal.done(service.module(), begin);
        }
    }

    public Layout layout() {
        return layout;
    }

    /** From now on a service is started from another installation, of an older or a newer version; what runs goes on. */
    public void use(Layout.Service service, Path root) {
        roots.put(service, root);
    }

    /** From now on a service is started with these variables beside its own, and with no others. */
    public void set(Layout.Service service, Map<String, String> variables) {
        settings.put(service, variables);
    }

    private Map<String, String> environment(Layout.Service service) {
        Map<String, String> environment = new LinkedHashMap<>(layout.environment(service));
        environment.putAll(settings.getOrDefault(service, Map.of()));
        return environment;
    }

    private List<String> command(Layout.Service service) {
        Path root = roots.getOrDefault(service, layout.root());
        return new Layout(root, layout.data(), layout.port()).command(service);
    }

    private void spawn(String name, List<String> command, Map<String, String> environment) throws IOException {
        File log = layout.log(name).toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(layout.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().putAll(environment);
        processes.put(name, builder.start());
        Map<String, Long> ids = new LinkedHashMap<>();
        processes.forEach((part, process) -> ids.put(part, process.pid()));
        file = new FleetFile(
                layout.data().toString(), layout.port(), ProcessHandle.current().pid(), ids);
        file.write();
    }

    private interface Check {
        boolean holds() throws IOException;
    }

    /** Waits until a part is ready, as long as all that was started runs. */
    private void await(String name, Check check) throws IOException {
        await(name, check, this::failIfCrashed);
    }

    /** Waits until a part is ready whatever has become of the others: they may be started next. */
    private void awaitAlone(String name, Check check) throws IOException {
        await(name, check, () -> failIfCrashed(name));
    }

    private void await(String name, Check check, Runnable guard) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!check.holds()) {
            guard.run();
            if (System.nanoTime() > deadline) {
                throw new FleetException(
                        name + " was not ready within " + START_SECONDS + " s; see " + layout.log(name));
            }
            terminal.spin();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean ready(Layout.Service service) {
        return ready(layout.url(service));
    }

    private boolean ready(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("interrupted while starting", e);
        }
    }

    /** @throws FleetException naming a part that has ended by itself, with the end of its log */
    public void failIfCrashed() {
        processes.keySet().forEach(this::failIfCrashed);
    }

    private void failIfCrashed(String part) {
        Process process = processes.get(part);
        if (process != null && !process.isAlive()) {
            throw new FleetException(part + " stopped with exit code " + process.exitValue() + ": "
                    + tail(layout.log(part)) + "\n  its log: " + layout.log(part));
        }
    }

    private void startDatabase() throws IOException {
        database = EmbeddedDatabase.start(layout.data().resolve(DATABASE), layout.databasePort(), true);
    }

    private boolean brokerReady() throws IOException {
        return Files.exists(layout.log(BROKER))
                && Files.readString(layout.log(BROKER)).contains("ready on ");
    }

    /** Kills a part as a crash would, and starts it again; for tests of just that. */
    public void crashAndRestart(Layout.Service service) throws IOException, InterruptedException {
        crash(service.module());
        restart(service.module());
    }

    /**
     * Kills a part as a crash would.
     *
     * @param part a service's module, {@link #BROKER} or {@link #DATABASE}
     */
    public void crash(String part) throws InterruptedException, IOException {
        ProcessHandle process = process(part);
        process.destroyForcibly();
        awaitEnd(part, process);
    }

    /** Asks a service, by its module, to stop, and kills it when it takes too long, as Kubernetes does. */
    public void stop(String service) throws InterruptedException, IOException {
        ProcessHandle process = process(service);
        process.destroy();
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            terminal.warn(service + " has not stopped within " + GRACE_SECONDS + " s: it is killed");
            crash(service);
        }
    }

    private static void awaitEnd(String part, ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new FleetException(part + " does not end", e);
        }
    }

    /**
     * Starts what has ended by itself, as a supervisor would.
     *
     * @return what that was
     */
    public List<String> restartEnded() throws IOException {
        List<String> ended = new ArrayList<>();
        for (String part : parts()) {
            if (!runs(part)) {
                restart(part);
                ended.add(part);
            }
        }
        return ended;
    }

    /** Every part by its name; what others need comes first. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>(List.of(DATABASE, BROKER));
        Stream.of(Layout.Service.values()).map(Layout.Service::module).forEach(parts::add);
        return parts;
    }

    private boolean runs(String part) throws IOException {
        try {
            return process(part).isAlive();
        } catch (FleetException | NoSuchFileException e) {
            return false;
        }
    }

    /** Starts a part that was killed, and waits until it is ready. */
    public void restart(String part) throws IOException {
        if (part.equals(DATABASE)) {
            if (database != null) {
                try {
                    database.close();
                } catch (IOException e) {
                    // It was killed: there is nothing to stop.
                }
            }
            startDatabase();
        } else if (part.equals(BROKER)) {
            spawn(BROKER, layout.brokerCommand(), Map.of());
            awaitAlone(BROKER, this::brokerReady);
        } else {
            Layout.Service service = service(part);
            spawn(part, command(service), environment(service));
            awaitAlone(part, () -> ready(service));
        }
    }

    /**
     * Starts one more replica of a service and waits until it is ready.
     *
     * @return the part's name, for {@link #crash}
     */
    public String replicate(Layout.Service service, int port) throws IOException {
        String name = service.module() + "-" + port;
        Map<String, String> environment = environment(service);
        environment.put("KENSHIN_PORT", Integer.toString(port));
        spawn(name, command(service), environment);
        await(name, () -> ready("http://localhost:" + port));
        return name;
    }

    /** Kills a replica and does without it. */
    public void retire(String replica) throws InterruptedException, IOException {
        crash(replica);
        processes.remove(replica);
    }

    /** Whether every service says that it is ready: its broker, its database and itself. */
    public boolean ready() {
        return Stream.of(Layout.Service.values()).allMatch(this::ready);
    }

    /** The process of a part. */
    public ProcessHandle process(String part) throws IOException {
        long id;
        if (part.equals(DATABASE)) {
            Path file = layout.data().resolve(DATABASE).resolve("data/postmaster.pid");
            id = Long.parseLong(Files.readAllLines(file).get(0).strip());
        } else {
            Process process = processes.get(part);
            if (process == null) {
                throw new FleetException("the fleet has no part " + part);
            }
            id = process.pid();
        }
        return ProcessHandle.of(id).orElseThrow(() -> new FleetException(part + " does not run"));
    }

    private static Layout.Service service(String module) {
        return Stream.of(Layout.Service.values())
                .filter(each -> each.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new FleetException("the fleet has no part " + module));
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> telling = lines.stream()
                    .filter(line -> line.contains("ERROR") || line.contains("Exception") || line.contains("Caused by"))
                    .toList();
            List<String> shown = telling.isEmpty() ? lines : telling;
            return String.join(" | ", shown.subList(0, Math.min(3, shown.size())));
        } catch (IOException e) {
            return "no log";
        }
    }

    /** Stops everything, the last started first; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<Process> reversed = new ArrayList<>(processes.values());
        Collections.reverse(reversed);
        List<Process> services = reversed.subList(0, Math.max(0, reversed.size() - 1));
        services.forEach(Process::destroy);
        services.forEach(Fleet::awaitEnd);
        Process broker = processes.get(BROKER);
        if (broker != null) {
            broker.destroy();
            awaitEnd(broker);
        }
        try {
            if (database != null) {
                database.close();
            }
            if (file != null) {
                file.remove();
            }
        } catch (IOException e) {
            terminal.warn("not everything stopped cleanly: " + e.getMessage());
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
