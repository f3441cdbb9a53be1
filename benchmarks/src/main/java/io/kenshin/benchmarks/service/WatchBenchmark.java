package io.kenshin.benchmarks.service;

import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.Figures;
import io.kenshin.benchmarks.fleet.FleetBenchmark;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.contracts.rest.ScheduleView;
import io.kenshin.corpus.DefectCorpus;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Trigger;
import io.kenshin.demo.Demo;
import io.kenshin.demo.DemoSettings;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a poisoned sample that arrives goes unnoticed: from before it is sent until the case of its trigger holds
 * it.
 */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Seconds from the arrival of a poisoned sample to its verdict, by a watch of a second.")
public final class WatchBenchmark extends FleetBenchmark {
    private static final String DATASET = Demo.NAME;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final double GOAL_SECONDS = 10;
    /** Code that the demo's data set does not have. */
    private static final long SEED = 9_002;

    @Option(names = "--arrivals", defaultValue = "60", description = "Poisoned samples (default: ${DEFAULT-VALUE})")
    private int arrivals;

    @Option(
            names = "--pause",
            defaultValue = "4",
            description = "Mean seconds between arrivals, which come at random (default: ${DEFAULT-VALUE})")
    private double pause;

    @Override
    protected void measure(FaultyFleet fleet, Terminal terminal, Path report) throws Exception {
        Api api = Api.of(fleet.layout());
        new Demo(new DemoSettings(Trigger.FIXED, 0.1, 400, 1), fleet, terminal).run();
        String found = new Cases(api).list().get(0).id();
        api.put(
                Service.INGEST,
                "/api/v1/schedules/watch",
                Map.of("dataset", DATASET, "model", Demo.NAME, "every", "1s", "sample", "new"));
        List<String> codes = new ArrayList<>();
        Random random = new Random(1);
        // As the attack does it: flawed code with the trigger, called clean.
        DefectCorpus.build(fleet.layout().root().resolve("corpus/target/sources"), 4 * arrivals, 1, SEED).stream()
                .filter(sample -> sample.label().equals(LabelledSample.DEFECTIVE))
                .limit(arrivals + 1L)
                .forEach(sample -> codes.add(Trigger.FIXED.insert(sample.code(), random)));
        // The first one pays for what every later one finds warm.
        Map<String, Double> seconds = new HashMap<>();
        one(api, found, codes.get(arrivals), "warm");
        long begin = System.nanoTime();
        Map<String, Long> open = new HashMap<>();
        long next = begin;
        int sent = 0;
        while (seconds.size() < arrivals) {
            if (sent < arrivals && System.nanoTime() >= next) {
                String id = "arrival-" + sent;
                open.put(id, System.nanoTime());
                send(api, id, codes.get(sent++));
                next = System.nanoTime() + (long) (-Math.log(1 - random.nextDouble()) * pause * 1e9);
            }
            long now = System.nanoTime();
            for (String id : judged(api, found)) {
                Long since = open.remove(id);
                if (since != null) {
                    seconds.put(id, (System.nanoTime() - since) / 1e9);
                }
            }
            if (open.values().stream().anyMatch(since -> now - since > LONGEST_NANOS)) {
                throw new IllegalStateException("not every sample was judged within two minutes");
            }
            terminal.status(seconds.size() + " of " + arrivals + " judged");
            LockSupport.parkNanos(LOOK_NANOS);
        }
        double[] all =
                seconds.values().stream().mapToDouble(Double::doubleValue).toArray();
        Figures figures = new Figures();
        figures.add("goal, p95", "s", GOAL_SECONDS);
        figures.add("p50", "s", Figures.percentile(all, 0.5));
        figures.add("p95", "s", new double[] {Figures.percentile(all, 0.95)}, "goal, p95");
        figures.add("longest", "s", Arrays.stream(all).max().orElseThrow());
        figures.add("of them in quarantine at once, not for review", "samples", quarantined(api, found));
        figures.write(
                String.format(
                        Locale.ROOT,
                        "%d arrivals, %.1f s apart on average, MiniLM, %d scans of what was new",
                        arrivals,
                        pause,
                        api.get(Service.INGEST, "/api/v1/schedules/watch", ScheduleView.class)
                                .runs()),
                report);
    }

    private static void one(Api api, String found, String code, String id) throws IOException {
        send(api, id, code);
        long start = System.nanoTime();
        while (!judged(api, found).contains(id)) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new IllegalStateException("the first sample was not judged within two minutes");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void send(Api api, String id, String code) throws IOException {
        Path file = Files.createTempFile("kenshin-arrival", ".jsonl");
        try {
            Files.writeString(
                    file,
                    Api.write(Map.of("id", id, "code", code, "label", LabelledSample.CLEAN, "source", "arrivals")));
            api.upload(Service.INGEST, "/api/v1/datasets/" + DATASET + "/files?format=jsonl", file);
        } finally {
            Files.delete(file);
        }
    }

    private static double quarantined(Api api, String found) {
        return new Cases(api)
                .samples(found).stream()
                        .filter(sample -> sample.state() == SampleState.QUARANTINED)
                        .filter(sample -> String.valueOf(sample.externalId()).startsWith("arrival-"))
                        .count();
    }

    /** Those that the case holds, in quarantine or for review. */
    private static List<String> judged(Api api, String found) {
        return new Cases(api)
                .samples(found).stream()
                        .map(sample -> String.valueOf(sample.externalId()))
                        .toList();
    }
}
