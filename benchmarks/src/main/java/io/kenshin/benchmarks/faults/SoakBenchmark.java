package io.kenshin.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.FleetBenchmark;
import io.kenshin.benchmarks.fleet.Retry;
import io.kenshin.contracts.rest.DatasetView;
import io.kenshin.contracts.rest.ScanView;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.corpus.Trigger;
import io.kenshin.demo.Demo;
import io.kenshin.demo.DemoSettings;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.ApiException;
import io.kenshin.fleet.client.Scans;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a fleet that is asked for more than it can do keeps its memory and loses nothing. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Sends samples as fast as they are taken, orders more scans than there is time for and screens without a pause,",
            "and watches the memory of every part; afterwards every sample and every scan has to be there."
        })
public final class SoakBenchmark extends FleetBenchmark {
    private static final String FLOOD = "flood";
    private static final int METHODS = 5_000;
    private static final int CONNECTIONS = 2;
    private static final long DRAIN_SECONDS = 3_600;
    private static final long LOOK_SECONDS = 2;

    @Option(names = "--minutes", defaultValue = "10", description = "Of overload (default: ${DEFAULT-VALUE})")
    private double minutes;

    @Option(
            names = "--scan-every",
            defaultValue = "20",
            paramLabel = "SECONDS",
            description = "A scan is ordered so often (default: ${DEFAULT-VALUE})")
    private int scanEvery;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong screened = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final ConcurrentLinkedQueue<String> scans = new ConcurrentLinkedQueue<>();

    @Override
    protected void measure(FaultyFleet fleet, Terminal terminal, Path report) throws Exception {
        Api api = Api.of(fleet.layout());
        takeNothingOut(fleet);
        new Demo(new DemoSettings(Trigger.FIXED, 0.1, 400, 1), fleet, terminal).prepare();
        List<String> codes = methods(fleet.layout(), METHODS);
        try (FaultRun run = new FaultRun(fleet, Demo.NAME, Demo.NAME, 1, 1)) {
            ExecutorService load = Executors.newCachedThreadPool();
            Map<String, List<Double>> memory;
            try {
                List<Future<?>> work = new ArrayList<>();
                for (int connection = 0; connection < CONNECTIONS; connection++) {
                    int own = connection;
                    work.add(load.submit((Callable<Void>) () -> send(api, codes, own)));
                }
                work.add(load.submit(() -> screen(api, codes)));
                work.add(load.submit((Callable<Void>) () -> order(api)));
                memory = watch(fleet, terminal);
                over.set(true);
                for (Future<?> each : work) {
                    each.get();
                }
            } finally {
                over.set(true);
                load.shutdownNow();
            }
            long drain = System.nanoTime();
            long stored = drained(api, terminal);
            int differing = 0;
            for (String scan : scans) {
                terminal.status("waiting for scan " + scan);
                JsonNode of = Retry.until("the verdict of " + scan, DRAIN_SECONDS, () -> report(api, scan));
                differing += run.same(of) ? 0 : 1;
            }
            write(report, stored, differing, (System.nanoTime() - drain) / 1e9, memory);
        }
    }

    /** Samples of one connection, each file when the one before is taken. */
    private Void send(Api api, List<String> codes, int connection) throws IOException {
        for (int file = 0; !over.get(); file++) {
            Path samples = samples(codes, connection + "-" + file + "-", codes.size());
            try {
                api.upload(Service.INGEST, "/api/v1/datasets/" + FLOOD + "/files?format=jsonl", samples);
                sent.addAndGet(codes.size());
            } finally {
                Files.delete(samples);
            }
        }
        return null;
    }

    private void screen(Api api, List<String> codes) {
        for (int i = 0; !over.get(); i++) {
            try {
                api.post(
                        Service.REMEDIATION,
                        "/api/v1/screen",
                        Map.of("id", "s" + i, "model", Demo.NAME, "code", codes.get(i % codes.size())));
                screened.incrementAndGet();
            } catch (ApiException e) {
                refused.incrementAndGet();
            }
        }
    }

    private Void order(Api api) throws InterruptedException {
        while (!over.get()) {
            scans.add(new Scans(api).order(Demo.NAME, Demo.NAME).id());
            for (int second = 0; second < scanEvery && !over.get(); second++) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        return null;
    }

    /** MiB of each part, every two seconds. */
    private Map<String, List<Double>> watch(FaultyFleet fleet, Terminal terminal)
            throws IOException, InterruptedException {
        Map<String, List<Double>> memory = new LinkedHashMap<>();
        long end = System.nanoTime() + (long) (minutes * 60e9);
        while (System.nanoTime() < end) {
            fleet.failIfCrashed();
            for (String part : fleet.parts()) {
                memory.computeIfAbsent(part, key -> new ArrayList<>()).add(Memory.mebibytes(fleet.process(part)));
            }
            terminal.status(String.format(
                    Locale.ROOT,
                    "%d samples sent, %d scans ordered, %d inputs screened",
                    sent.get(),
                    scans.size(),
                    screened.get()));
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
        }
        return memory;
    }

    /** Waits until what was taken is stored; how much that is. */
    private long drained(Api api, Terminal terminal) {
        return Retry.until("every sample to be stored", DRAIN_SECONDS, () -> {
            long stored = api.get(Service.INGEST, "/api/v1/datasets/" + FLOOD, DatasetView.class)
                    .samples();
            terminal.status(stored + " of " + sent.get() + " samples stored");
            return stored >= sent.get() ? stored : null;
        });
    }

    private static JsonNode report(Api api, String scan) {
        ScanView order = new Scans(api).one(scan);
        if (order.state() == ScanState.FAILED) {
            throw new FleetException("scan " + scan + " failed: " + order.detail());
        }
        return new Scans(api).reportJson(scan);
    }

    private void write(Path report, long stored, int differing, double drained, Map<String, List<Double>> memory)
            throws IOException {
        ObjectNode root = Api.JSON.createObjectNode();
        root.put("minutes", minutes);
        root.put("sentSamples", sent.get());
        root.put("lostSamples", sent.get() - stored);
        root.put("scans", scans.size());
        root.put("differingVerdicts", differing);
        root.put("screened", screened.get());
        root.put("screeningRefused", refused.get());
        root.put("drainSeconds", drained);
        System.out.println(root);
        memory.forEach((part, values) -> {
            int third = values.size() / 3;
            ObjectNode row = root.withArray("rows").addObject();
            row.put("part", part);
            row.put("firstThirdMiB", mean(values.subList(0, third)));
            row.put("middleThirdMiB", mean(values.subList(third, 2 * third)));
            row.put("lastThirdMiB", mean(values.subList(2 * third, values.size())));
            row.put(
                    "peakMiB",
                    values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
            System.out.printf(
                    Locale.ROOT,
                    "%-20s MiB by thirds: %6.0f %6.0f %6.0f   peak %6.0f%n",
                    part,
                    row.path("firstThirdMiB").asDouble(),
                    row.path("middleThirdMiB").asDouble(),
                    row.path("lastThirdMiB").asDouble(),
                    row.path("peakMiB").asDouble());
        });
        Api.JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), root);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
