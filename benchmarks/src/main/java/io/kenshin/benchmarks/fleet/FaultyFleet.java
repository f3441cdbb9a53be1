package io.kenshin.benchmarks.fleet;

import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A fleet whose parts can be killed, stopped, started again, replicated and replaced by other versions. */
public final class FaultyFleet extends Fleet {
    private static final long END_SECONDS = 10;
    /** After which Kubernetes kills a pod that was asked to stop. */
    private static final long GRACE_SECONDS = 30;

    private final Map<Service, Path> roots = new EnumMap<>(Service.class);
    private final Map<Service, Map<String, String>> settings = new EnumMap<>(Service.class);

    private FaultyFleet(Layout layout, Terminal terminal) {
        super(layout, terminal);
    }

    /** Starts a fleet as any other, with the memory that the fleet itself needs. */
    public static FaultyFleet start(Layout layout, Terminal terminal) {
        return started(new FaultyFleet(layout, terminal), OWN_MEMORY_BYTES);
    }

    /**
     * From now on a service is started from another installation, of an older or a newer version; what runs goes on.
     */
    public void use(Service service, Path root) {
        roots.put(service, root);
    }

    /** From now on a service is started with these variables beside its own, and with no others. */
    public void set(Service service, Map<String, String> variables) {
        settings.put(service, variables);
    }

    @Override
    protected Map<String, String> environment(Service service) {
        Map<String, String> environment = new LinkedHashMap<>(super.environment(service));
        environment.putAll(settings.getOrDefault(service, Map.of()));
        return environment;
    }

    @Override
    protected List<String> command(Service service) {
        Path root = roots.getOrDefault(service, layout().root());
        return new Layout(root, layout().data(), layout().port()).command(service);
    }

    /** Kills a service as a crash would, and starts it again. */
    public void crashAndRestart(Service service) throws IOException, InterruptedException {
        crash(service.module());
        restart(service.module());
    }

    /**
     * Kills a part as a crash would.
     *
     * @param part a service's module, a replica, {@link #BROKER} or {@link #DATABASE}
     */
    public void crash(String part) throws InterruptedException, IOException {
        ProcessHandle process = process(part);
        process.destroyForcibly();
        try {
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new FleetException(part + " does not end", e);
        }
    }

    /** Asks a service, by its module, to stop, and kills it when it takes too long, as Kubernetes does. */
    public void stop(String service) throws InterruptedException, IOException {
        ProcessHandle process = process(service);
        process.destroy();
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            terminal().warn(service + " has not stopped within " + GRACE_SECONDS + " s: it is killed");
            crash(service);
        }
    }

    /** Starts a part that was killed, and waits until it is ready. */
    public void restart(String part) throws IOException {
        if (part.equals(DATABASE)) {
            restartDatabase();
        } else if (part.equals(BROKER)) {
            restartBroker();
        } else {
            Service service = service(part);
            startService(part, service, environment(service), layout().port(service));
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
        Stream.of(Service.values()).map(Service::module).forEach(parts::add);
        return parts;
    }

    private boolean runs(String part) throws IOException {
        try {
            return process(part).isAlive();
        } catch (FleetException | NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Starts one more replica of a service and waits until it is ready.
     *
     * @return the part's name, for {@link #crash}
     */
    public String replicate(Service service, int port) throws IOException {
        String name = service.module() + "-" + port;
        Map<String, String> environment = environment(service);
        environment.put("KENSHIN_PORT", Integer.toString(port));
        startService(name, service, environment, port);
        return name;
    }

    /** Kills a replica and does without it. */
    public void retire(String replica) throws InterruptedException, IOException {
        crash(replica);
        forget(replica);
    }

    /** The process of a part. */
    public ProcessHandle process(String part) throws IOException {
        if (!part.equals(DATABASE)) {
            return ProcessHandle.of(handle(part).pid()).orElseThrow(() -> gone(part));
        }
        Path file = layout().data().resolve(DATABASE).resolve("data/postmaster.pid");
        long id = Long.parseLong(Files.readAllLines(file).get(0).strip());
        return ProcessHandle.of(id).orElseThrow(() -> gone(part));
    }

    private static FleetException gone(String part) {
        return new FleetException(part + " does not run");
    }

    private static Service service(String module) {
        return Stream.of(Service.values())
                .filter(each -> each.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new FleetException("the fleet has no part " + module));
    }
}
