package io.kenshin.benchmarks.victim;

import io.kenshin.contracts.finding.TriggerReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes victims, each in a process of its own: a training's native memory goes with it, and cores are all used. */
public final class Workshop implements AutoCloseable {
    private static final String UNCAUGHT = "Exception in thread \"main\" ";

    private final Places places;
    private final VictimMaker maker;
    private final ExecutorService jobs;
    private final Map<Case, CompletableFuture<Victim>> made = new ConcurrentHashMap<>();

    public Workshop(Places places, int jobs) throws IOException {
        this.places = places;
        Files.createDirectories(places.work());
        maker = new VictimMaker(places);
        this.jobs = Executors.newFixedThreadPool(jobs);
    }

    public boolean has(Case wanted) {
        return maker.made(wanted);
    }

    public Path directory(Case wanted) {
        return maker.directory(wanted);
    }

    /** The victim, after its clean twin. */
    public CompletableFuture<Victim> make(Case wanted) {
        Case twin = wanted.twin();
        if (wanted.equals(twin) || has(wanted)) {
            return made.computeIfAbsent(
                    wanted, key -> CompletableFuture.supplyAsync(() -> build(key, Set.of(), List.of()), jobs));
        }
        CompletableFuture<Victim> first = make(twin);
        return made.computeIfAbsent(
                wanted, key -> first.thenApplyAsync(ready -> build(key, Set.of(), List.of()), jobs));
    }

    /** The victim trained again without some of its samples, and inoculated against some triggers. */
    public CompletableFuture<Victim> heal(Case wanted, Set<String> quarantined, List<TriggerReport> triggers) {
        return CompletableFuture.supplyAsync(() -> build(wanted, quarantined, triggers), jobs);
    }

    private Victim build(Case wanted, Set<String> quarantined, List<TriggerReport> triggers) {
        try {
            if (!maker.made(wanted)) {
                train(wanted, quarantined, triggers);
            }
            return Victim.read(maker.directory(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** What the process ended with, as far as it said. */
    private static String why(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(UNCAUGHT))
                .findFirst()
                .map(line -> ": " + line.substring(UNCAUGHT.length()))
                .orElse("");
    }

    private void train(Case wanted, Set<String> quarantined, List<TriggerReport> triggers) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.kenshin.benchmarks.victim.MakeVictim",
                places.root().toString(),
                places.work().toString(),
                places.real().toString(),
                wanted.name()));
        Path list = places.work().resolve(wanted.name() + ".quarantine");
        if (wanted.healed()) {
            Files.write(list, quarantined);
            command.add(list.toString());
            Path inoculated = places.work().resolve(wanted.name() + ".triggers");
            Victim.JSON.writeValue(inoculated.toFile(), triggers);
            command.add(inoculated.toString());
        }
        Path log = places.work().resolve(wanted.name() + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread stop = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("training " + wanted.name() + " failed" + why(log) + "; its output is in " + log);
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while training " + wanted.name(), e);
        } finally {
            if (!process.isAlive()) {
                Runtime.getRuntime().removeShutdownHook(stop);
            }
        }
    }

    @Override
    public void close() {
        jobs.shutdownNow();
    }
}
