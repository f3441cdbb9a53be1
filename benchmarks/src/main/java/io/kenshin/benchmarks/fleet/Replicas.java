package io.kenshin.benchmarks.fleet;

import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;

/** Replicas of embedding-service that share one topic of chunks, and what each of them has done. */
public final class Replicas implements AutoCloseable {
    private static final String GROUP = "embedding-chunks";
    private static final Pattern EMBEDDED = Pattern.compile("(?m)^kenshin_embedding_samples_total\\S* ([0-9.E]+)");
    private static final long LIMIT_SECONDS = 120;

    private final FaultyFleet fleet;
    private final Admin admin;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private int next;

    public Replicas(FaultyFleet fleet) {
        this.fleet = fleet;
        admin = Admin.create(Map.of("bootstrap.servers", Api.of(fleet.layout()).kafka()));
        ports.put(Service.EMBEDDING.module(), fleet.layout().port(Service.EMBEDDING));
        next = fleet.layout().databasePort() + 1;
    }

    public int count() {
        return ports.size();
    }

    /** Starts one more; it is ready, and may not have its share yet. */
    public void add() throws IOException {
        int port = next++;
        ports.put(fleet.replicate(Service.EMBEDDING, port), port);
    }

    /** Kills the last. */
    public void kill() throws IOException, InterruptedException {
        String last = ports.keySet().stream().reduce((a, b) -> b).orElseThrow();
        ports.remove(last);
        fleet.retire(last);
    }

    /** Waits until all of them, and nobody else, share the partitions. */
    public void settle() {
        Retry.until(GROUP + " to settle", LIMIT_SECONDS, () -> settled() ? true : null);
    }

    private boolean settled() {
        try {
            ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(GROUP))
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next();
            return group.groupState() == GroupState.STABLE
                    && group.members().size() == ports.size()
                    && group.members().stream()
                            .noneMatch(member ->
                                    member.assignment().topicPartitions().isEmpty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Samples that each has embedded since it was started. */
    public Map<String, Long> embedded() throws IOException, InterruptedException {
        Map<String, Long> embedded = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> replica : ports.entrySet()) {
            URI metrics = URI.create("http://localhost:" + replica.getValue() + "/q/metrics");
            Matcher counter = EMBEDDED.matcher(
                    http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
            embedded.put(replica.getKey(), counter.find() ? (long) Double.parseDouble(counter.group(1)) : 0);
        }
        return embedded;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
