package io.kenshin.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.benchmarks.faults.FaultRun;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.FigureBenchmark;
import io.kenshin.benchmarks.fleet.Figures;
import io.kenshin.benchmarks.fleet.Replicas;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.corpus.Trigger;
import io.kenshin.demo.Demo;
import io.kenshin.demo.DemoSettings;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.client.Scans;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Whether replicas share the work, whether one that joins or dies in the middle changes what is found, and what follows
 * from the figures for a fleet that is a million times larger.
 */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description = {
            "Scans a poisoned data set with one, two and four replicas of embedding-service, with one that is killed and one that",
            "joins in the middle, compares every report with that of one replica, and models a fleet for --model samples."
        })
public final class ScaleBenchmark extends FigureBenchmark {
    private static final double MIDDLE = 0.25;
    private static final String ONE = "scan with one replica";

    @Option(names = "--samples", defaultValue = "2000", description = "Samples (default: ${DEFAULT-VALUE})")
    private int samples;

    @Option(
            names = "--model",
            defaultValue = "1000000000",
            description = "Samples of the fleet that is modelled (default: ${DEFAULT-VALUE})")
    private long modelled;

    @Option(names = "--seed", defaultValue = "1", description = "Of the data (default: ${DEFAULT-VALUE})")
    private long seed;

    /** @param largestShare of a replica, over an even one */
    private record Turn(double seconds, double largestShare) {}

    private interface Disturbance {
        void happen() throws IOException, InterruptedException;
    }

    /** Scans one after the other; the first is what the others are compared with. */
    private final class Turns {
        private final FaultyFleet fleet;
        private final Terminal terminal;
        private final Api api;
        private final Scans orders;
        private final Replicas replicas;
        private @Nullable JsonNode reference;
        private double chunkSeconds;
        private int differing;
        private int unaccounted;

        Turns(FaultyFleet fleet, Terminal terminal, Replicas replicas) {
            this.fleet = fleet;
            this.terminal = terminal;
            this.replicas = replicas;
            api = Api.of(fleet.layout());
            orders = new Scans(api);
        }

        /** Scans as often as there are turns. */
        List<Turn> turns(String what) throws IOException, InterruptedException {
            List<Turn> turns = new ArrayList<>();
            for (int run = 0; run < runs(); run++) {
                turns.add(once(what, null));
            }
            return turns;
        }

        Turn once(String what, @Nullable Disturbance disturbance) throws IOException, InterruptedException {
            replicas.settle();
            Map<String, Long> before = replicas.embedded();
            long begin = System.nanoTime();
            String scan = orders.order(Demo.NAME, Demo.NAME).id();
            if (disturbance != null) {
                awaitMiddle(before);
                disturbance.happen();
            }
            ScanReport report = new Progress(api, terminal, fleet::failIfCrashed).scan(scan);
            double seconds = (System.nanoTime() - begin) / 1e9;
            JsonNode comparable = FaultRun.comparable(orders.reportJson(scan));
            if (reference == null) {
                reference = comparable;
                chunkSeconds = report.devices().get(0).seconds() / Math.ceil((double) samples / CHUNK);
            }
            boolean same = comparable.equals(reference);
            differing += same ? 0 : 1;
            unaccounted += report.samples().unaccounted();
            Map<String, Long> shares = new LinkedHashMap<>();
            replicas.embedded().forEach((name, total) -> shares.put(name, total - before.getOrDefault(name, 0L)));
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %s, %s, %.1f s, %s%n",
                    what,
                    Api.word(report.verdict()),
                    same ? "same report" : "ANOTHER REPORT",
                    seconds,
                    shares);
            double largest =
                    shares.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            return new Turn(seconds, largest * shares.size() / sum(shares));
        }

        private void awaitMiddle(Map<String, Long> before) throws IOException, InterruptedException {
            long middle = sum(before) + (long) (MIDDLE * samples);
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
            while (sum(replicas.embedded()) < middle) {
                fleet.failIfCrashed();
                if (System.nanoTime() > deadline) {
                    throw new FleetException("a quarter of the scan took longer than ten minutes");
                }
                LockSupport.parkNanos(50_000_000);
            }
        }

        private static long sum(Map<String, Long> embedded) {
            return embedded.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static double[] all(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return turns.stream().mapToDouble(figure).toArray();
    }

    @Override
    protected String measure(FaultyFleet fleet, Terminal terminal, Figures figures) throws Exception {
        takeNothingOut(fleet);
        try (Replicas replicas = new Replicas(fleet)) {
            Stored empty = Stored.of(fleet.layout());
            new Demo(new DemoSettings(Trigger.FIXED, 0.05, samples, seed), fleet, terminal).prepare();
            Turns scans = new Turns(fleet, terminal, replicas);
            scans.once(ONE + ", warming up", null);
            Stored first = Stored.of(fleet.layout());
            figures.add(ONE, "s", all(scans.turns(ONE), Turn::seconds));
            for (int count : List.of(2, 4)) {
                while (replicas.count() < count) {
                    replicas.add();
                }
                List<Turn> turns = scans.turns("scan with " + count + " replicas");
                figures.add("scan with " + count + " replicas", "s", all(turns, Turn::seconds), ONE);
                figures.add(
                        "largest share of " + count + " replicas over an even one",
                        "x",
                        all(turns, Turn::largestShare));
            }
            Turn killed = scans.once("one of four is killed in the middle", replicas::kill);
            figures.add("one of four is killed in the middle", "s", new double[] {killed.seconds()}, ONE);
            Turn joined = scans.once("a fourth joins in the middle", replicas::add);
            figures.add("a fourth joins in the middle", "s", new double[] {joined.seconds()}, ONE);
            figures.add("reports that differ", "reports", scans.differing);
            figures.add("samples unaccounted for", "samples", scans.unaccounted);
            int stored = samples + DemoSettings.TEST;
            for (String topic : List.of(Topics.SAMPLES, Topics.CHUNKS, Topics.VECTORS)) {
                int of = topic.equals(Topics.SAMPLES) ? stored : samples;
                double bytes = (double) (first.topic(topic) - empty.topic(topic)) / of;
                figures.add(topic, "bytes per sample", bytes);
            }
            double rows = (double) (first.database() - empty.database()) / stored;
            figures.add("PostgreSQL, all services", "bytes per sample", rows);
            int cores = Runtime.getRuntime().availableProcessors();
            new FleetModel(modelled, cores, scans.chunkSeconds, CHUNK).addTo(figures);
        }
        return samples + " samples in chunks of " + CHUNK;
    }
}
