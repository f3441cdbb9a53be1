package io.kenshin.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.Retry;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.contracts.rest.DatasetView;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.client.Scans;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scans of one data set, each with something that goes wrong, compared with one that nothing disturbed. */
public final class FaultRun implements AutoCloseable {
    private static final long LIMIT_SECONDS = 300;

    private final FaultyFleet fleet;
    private final BrokerState broker;
    private final Api api;
    private final Scans scans;
    private final String dataset;
    private final String model;
    private final int version;
    private final Random random;
    private final FaultMaker faulty;
    private final BiPredicate<JsonNode, JsonNode> same;
    private final JsonNode reference;
    private final double seconds;

    /**
     * A scan with faults.
     *
     * @param at when it first went wrong, in seconds after the order
     * @param deadLetters topics of which records were put aside meanwhile, and how many
     * @param lost samples that the scan did not account for, or that the data set no longer has
     * @param same whether verdict, findings and evidence are those of the undisturbed scan
     * @param recoverySeconds from the last fault, a kill's begin or another's end (continued, sent), until every
     *     service is ready and every consumer group has given the partitions to who is alive
     * @param seconds from the order to the verdict
     */
    public record Outcome(
            String kind,
            String part,
            double at,
            String verdict,
            boolean same,
            Map<String, Long> deadLetters,
            long lost,
            double recoverySeconds,
            double seconds) {}

    /** Something that happens while a scan runs. */
    interface Disturbance {
        /** @return the time from which the fleet recovers */
        long happen() throws IOException, InterruptedException;
    }

    /** Scans once without a disturbance; every later report has to be the same. */
    public FaultRun(FaultyFleet fleet, String dataset, String model, int version, long seed) {
        this(fleet, dataset, model, version, seed, JsonNode::equals);
    }

    /**
     * Scans once without a disturbance.
     *
     * @param same whether a later report, first, is as good as that of this scan
     */
    FaultRun(
            FaultyFleet fleet,
            String dataset,
            String model,
            int version,
            long seed,
            BiPredicate<JsonNode, JsonNode> same) {
        this.fleet = fleet;
        this.same = same;
        this.api = Api.of(fleet.layout());
        scans = new Scans(api);
        broker = new BrokerState(api.kafka());
        this.dataset = dataset;
        this.model = model;
        this.version = version;
        random = new Random(seed);
        faulty = new FaultMaker(fleet, api.kafka(), random);
        long begin = System.nanoTime();
        reference = comparable(await(order()));
        seconds = since(begin);
    }

    public String verdict() {
        return reference.path("verdict").asText();
    }

    public double seconds() {
        return seconds;
    }

    /** Scans while all of the faults happen, one after the other at random times. */
    public Outcome with(Fault... faults) throws IOException, InterruptedException {
        return during(
                joined(faults, fault -> fault.kind().name().toLowerCase(Locale.ROOT)),
                joined(faults, Fault::part),
                Stream.of(faults)
                        .map(fault -> (Disturbance) () -> faulty.cause(fault))
                        .toList(),
                Stream.of(faults).anyMatch(fault -> fault.kind() == Fault.Kind.FULL));
    }

    /** Scans while all of it happens, one after the other at random times. */
    Outcome during(String kind, String part, List<Disturbance> disturbances) throws IOException, InterruptedException {
        return during(kind, part, disturbances, false);
    }

    /** @param supervised whether what ends is started again; else what ends by itself is a fault of its own */
    private Outcome during(String kind, String part, List<Disturbance> disturbances, boolean supervised)
            throws IOException, InterruptedException {
        long before = samples();
        Map<String, Long> putAside = deadLetters();
        double[] at = random.doubles(disturbances.size())
                .map(share -> share * seconds)
                .sorted()
                .toArray();
        long begin = System.nanoTime();
        String scan = order();
        long from = begin;
        for (int i = 0; i < at.length; i++) {
            TimeUnit.NANOSECONDS.sleep(begin + (long) (at[i] * 1e9) - System.nanoTime());
            from = disturbances.get(i).happen();
        }
        until(
                "the fleet to be ready",
                () -> (!supervised || restarted()) && fleet.ready() && broker.consuming() ? true : null);
        double recovery = since(from);
        JsonNode report = await(scan);
        double total = since(begin);
        int unaccounted = Math.abs(report.at("/samples/unaccounted").asInt());
        if (!verdict().equals("healthy")) {
            until("the case of " + scan, () -> caseOf(scan));
        }
        return new Outcome(
                kind,
                part,
                at[0],
                report.path("verdict").asText(),
                same(report),
                BrokerState.more(deadLetters(), putAside),
                unaccounted + Math.max(0, before - samples()),
                recovery,
                total);
    }

    /** A broker that lost its disk ends when it has tidied up, long after there is room again. */
    private boolean restarted() {
        try {
            fleet.restartEnded();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable CaseView caseOf(String scan) {
        return new Cases(api)
                .list().stream()
                        .filter(each -> each.scanId().equals(scan))
                        .findFirst()
                        .orElse(null);
    }

    private static String joined(Fault[] faults, Function<Fault, String> word) {
        return Stream.of(faults).map(word).collect(Collectors.joining(", "));
    }

    /** Whether a report is that of the undisturbed scan. */
    public boolean same(JsonNode report) {
        return same.test(comparable(report), reference);
    }

    private Map<String, Long> deadLetters() {
        return until("the dead letters", broker::deadLetters);
    }

    private String order() {
        return until("an order", () -> scans.order(dataset, model, version, null))
                .id();
    }

    private long samples() {
        String path = "/api/v1/datasets/" + dataset;
        return until("the data set", () -> api.get(Service.INGEST, path, DatasetView.class))
                .samples();
    }

    private JsonNode await(String scan) {
        return until("the verdict of " + scan, () -> scans.reportJson(scan));
    }

    /** Asks again and again, as long as services are away or the answer is not there. */
    private static <T> T until(String what, Supplier<@Nullable T> ask) {
        return Retry.until(what, LIMIT_SECONDS, ask);
    }

    /** A report without what differs from scan to scan by nature: its id and its times. */
    public static JsonNode comparable(JsonNode report) {
        ObjectNode copy = report.deepCopy();
        copy.remove(List.of("scanId", "seconds", "stages", "devices"));
        copy.path("findings").forEach(finding -> ((ObjectNode) finding).remove("scanId"));
        return copy;
    }

    @Override
    public void close() {
        broker.close();
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
