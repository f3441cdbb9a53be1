package io.kenshin.benchmarks.service;

import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.FigureBenchmark;
import io.kenshin.benchmarks.fleet.Figures;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.contracts.screen.ScreenReply;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.corpus.Trigger;
import io.kenshin.demo.Demo;
import io.kenshin.demo.DemoSettings;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.terminal.Terminal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long an input waits for its answer, with a trigger that a scan has proven. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = "Milliseconds of screening under load, by pattern and by asking the model.")
public final class ScreenBenchmark extends FigureBenchmark {
    private static final String FLOOR = "liveness of the same service: the floor of an HTTP request";
    private static final String PATTERN = "screen, pattern only, half of the inputs carry the trigger";
    private static final String EVIDENCE = "screen with model evidence, all inputs carry the trigger";
    private static final String ALONE = "screen with model evidence, one at a time";
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int PART = 10;

    @Option(names = "--requests", defaultValue = "5000", description = "Requests of a turn (default: ${DEFAULT-VALUE})")
    private int requests;

    @Option(
            names = "--clients",
            defaultValue = "4",
            description = "How many ask at once, each when it has its answer (default: ${DEFAULT-VALUE})")
    private int clients;

    private final HttpClient http = HttpClient.newHttpClient();

    /** Milliseconds of each request, and how many a second. */
    private record Turn(double[] millis, double perSecond) {}

    @Override
    protected String measure(FaultyFleet fleet, Terminal terminal, Figures figures) throws Exception {
        Api api = Api.of(fleet.layout());
        new Demo(new DemoSettings(Trigger.FIXED, 0.1, 400, 1), fleet, terminal).run();
        Cases cases = new Cases(api);
        CaseView healed = cases.list().get(0);
        // While the healed version is in production its trigger is no danger: one that is rolled back is.
        cases.act(healed.id(), "rollback", Map.of());
        String trigger = healed.triggers().get(0).text();
        List<String> codes = methods(fleet.layout(), requests / PART);
        List<String> carriers = codes.stream()
                .map(code -> code.replaceFirst("\\{", "{ " + Matcher.quoteReplacement(trigger)))
                .toList();
        await(api, carriers.get(0));
        String url = api.url(Service.REMEDIATION);
        HttpRequest live =
                HttpRequest.newBuilder(URI.create(url + "/q/health/live")).build();
        List<List<Turn>> turns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int run = -1; run < runs(); run++) {
            terminal.status("run " + (run + 1) + " of " + runs());
            List<Turn> now = List.of(
                    load(clients, requests, i -> live),
                    load(
                            clients,
                            requests,
                            i -> request(
                                    url,
                                    i % 2 == 0 ? carriers.get(i % carriers.size()) : codes.get(i % codes.size()),
                                    false)),
                    load(clients, requests / PART, i -> request(url, carriers.get(i % carriers.size()), true)),
                    load(1, requests / PART, i -> request(url, carriers.get(i % carriers.size()), true)));
            for (int i = 0; run >= 0 && i < now.size(); i++) {
                turns.get(i).add(now.get(i));
            }
        }
        add(figures, FLOOR, turns.get(0), null);
        add(figures, PATTERN, turns.get(1), FLOOR);
        add(figures, EVIDENCE, turns.get(2), FLOOR);
        add(figures, ALONE, turns.get(3), FLOOR);
        return requests + " requests a turn (a tenth of it with model evidence), " + clients + " at once";
    }

    private static void add(Figures figures, String name, List<Turn> turns, @Nullable String floor) {
        for (Map.Entry<String, Double> part : Map.of("p50", 0.5, "p95", 0.95, "p99", 0.99).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            double[] values = turns.stream()
                    .mapToDouble(turn -> Figures.percentile(turn.millis(), part.getValue()))
                    .toArray();
            if (floor == null) {
                figures.add(part.getKey() + " " + name, "ms", values);
            } else {
                figures.add(part.getKey() + " " + name, "ms", values, part.getKey() + " " + floor);
            }
        }
        figures.add(
                "rate " + name,
                "requests/s",
                turns.stream().mapToDouble(Turn::perSecond).toArray());
    }

    private static void await(Api api, String carrier) {
        long start = System.nanoTime();
        ScreenRequest request = new ScreenRequest("0", Demo.NAME, carrier, null);
        while (!Api.as(api.post(Service.REMEDIATION, "/api/v1/screen", request), ScreenReply.class)
                .answer()
                .equals(ScreenReply.BLOCK)) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new IllegalStateException("the trigger was not blocked within a minute");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static HttpRequest request(String url, String code, boolean evidence) {
        String body = Api.write(Map.of("id", "1", "model", "demo", "code", code, "evidence", evidence));
        return HttpRequest.newBuilder(URI.create(url + "/api/v1/screen"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Turn load(int clients, int count, IntFunction<HttpRequest> ask) throws Exception {
        double[] millis = new double[count];
        ExecutorService workers = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                tasks.add(() -> {
                    for (int i = first; i < count; i += clients) {
                        HttpRequest request = ask.apply(i);
                        long start = System.nanoTime();
                        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                        millis[i] = (System.nanoTime() - start) / 1e6;
                        if (answer.statusCode() != 200) {
                            throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + answer.body());
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> task : workers.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            workers.shutdownNow();
        }
        return new Turn(millis, count / ((System.nanoTime() - begin) / 1e9));
    }
}
