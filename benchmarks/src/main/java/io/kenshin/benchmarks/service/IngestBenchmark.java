package io.kenshin.benchmarks.service;

import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.FigureBenchmark;
import io.kenshin.benchmarks.fleet.Figures;
import io.kenshin.contracts.rest.DatasetView;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Samples per second from a POST to rows that are there for good, and out again. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Samples per second in and out, against a bare COPY into the same PostgreSQL.")
public final class IngestBenchmark extends FigureBenchmark {
    private static final String COPY = "bare COPY of the same rows into a table with a primary key";
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int METHODS = 5_000;

    @Option(names = "--samples", defaultValue = "50000", description = "Samples (default: ${DEFAULT-VALUE})")
    private int samples;

    @Override
    protected String measure(FaultyFleet fleet, Terminal terminal, Figures figures) throws Exception {
        Api api = Api.of(fleet.layout());
        Path file = samples(methods(fleet.layout(), METHODS), "m", samples);
        double[] copied = new double[runs()];
        double[] taken = new double[runs()];
        double[] given = new double[runs()];
        // The first turn warms all of them up.
        for (int run = -1; run < runs(); run++) {
            terminal.status("run " + (run + 1) + " of " + runs());
            double copy = samples / copy(fleet.layout(), file);
            double in = samples / take(api, "run" + (run + 1), file);
            double out = samples / give(api, "run" + (run + 1));
            if (run >= 0) {
                copied[run] = copy;
                taken[run] = in;
                given[run] = out;
            }
        }
        figures.add(COPY, "samples/s", copied);
        figures.add("POST to durable row", "samples/s", taken, COPY);
        figures.add("export as JSON lines", "samples/s", given);
        long bytes = Files.size(file);
        Files.delete(file);
        return samples + " Java methods, " + bytes / samples + " bytes each as JSON";
    }

    private double take(Api api, String dataset, Path file) {
        long start = System.nanoTime();
        api.upload(Service.INGEST, "/api/v1/datasets/" + dataset + "/files?format=jsonl", file);
        while (api.get(Service.INGEST, "/api/v1/datasets/" + dataset, DatasetView.class)
                        .samples()
                < samples) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new IllegalStateException("not all samples became rows within ten minutes");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double give(Api api, String dataset) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(api.url(Service.INGEST) + "/api/v1/datasets/" + dataset + "/export"))
                .build();
        long start = System.nanoTime();
        long lines;
        try (Stream<String> body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofLines())
                .body()) {
            lines = body.count();
        }
        if (lines != samples) {
            throw new IllegalStateException(lines + " samples came out, " + samples + " went in");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double copy(Layout layout, Path file) throws SQLException, IOException {
        String url = "jdbc:postgresql://localhost:" + layout.databasePort() + "/ingest";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "drop table if exists bare; create table bare (id bigserial primary key, body text not null)");
            long start = System.nanoTime();
            try (PGCopyOutputStream out = new PGCopyOutputStream(
                            connection.unwrap(PGConnection.class), "copy bare (body) from stdin");
                    Stream<String> lines = Files.lines(file)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    out.write((line.replace("\\", "\\\\") + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop table bare");
            return seconds;
        }
    }
}
