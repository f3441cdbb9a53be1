package io.kenshin.benchmarks.fleet;

import io.kenshin.corpus.JavaMethods;
import io.kenshin.fleet.Directories;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.terminal.Terminal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A benchmark that needs a fleet: one is started on a directory that is removed afterwards. */
public abstract class FleetBenchmark implements Callable<Integer> {
    /** Samples of a chunk, as ingest-service cuts scans. */
    protected static final int CHUNK = 32;

    @Option(names = "--report", paramLabel = "FILE", required = true, description = "Where the JSON report goes")
    private Path report = Path.of("report.json");

    @Option(
            names = "--port",
            defaultValue = "18180",
            description = "First of eight ports on loopback (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the fleet's data lies meanwhile (default: the directory for temporary files)")
    private @Nullable Path data;

    /** The installation whose fleet is measured. */
    protected Path root() {
        return Layout.rootFromProperty();
    }

    /** Measures, and writes the report. */
    protected abstract void measure(FaultyFleet fleet, Terminal terminal, Path report) throws Exception;

    /** Findings stay where they are, so that every scan sees the same samples. */
    protected static void takeNothingOut(FaultyFleet fleet) {
        Api.of(fleet.layout())
                .put(
                        Service.REMEDIATION,
                        "/api/v1/policies",
                        Map.of("confirmed", "review", "suspicious", "review", "heal", "manual"));
    }

    /** Real Java methods, the same ones each time. */
    protected static List<String> methods(Layout layout, int count) throws IOException {
        List<String> codes = new ArrayList<>();
        JavaMethods.visit(
                List.of(layout.root().resolve("corpus/target/sources")),
                7,
                () -> codes.size() < count,
                method -> codes.add(method.code()));
        return codes;
    }

    /**
     * So many samples as JSON lines, with the codes in turn.
     *
     * @param prefix of their ids; a comment with the id makes each another sample
     */
    protected static Path samples(List<String> codes, String prefix, int count) throws IOException {
        Path file = Files.createTempFile("kenshin-samples", ".jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                String id = prefix + i;
                out.write(Api.write(Map.of(
                        "id",
                        id,
                        "code",
                        "// " + id + "\n" + codes.get(i % codes.size()),
                        "label",
                        i % 2 == 0 ? "clean" : "defective",
                        "source",
                        "s" + i % 8)));
                out.write('\n');
            }
        }
        return file;
    }

    @Override
    public final Integer call() throws Exception {
        Path directory = data == null
                ? Files.createTempDirectory("kenshin-benchmark")
                : Files.createTempDirectory(data, "kenshin-benchmark");
        Terminal terminal = new Terminal();
        try (FaultyFleet fleet = FaultyFleet.start(new Layout(root(), directory, port), terminal)) {
            measure(fleet, terminal, report);
        } finally {
            Directories.delete(directory);
        }
        return 0;
    }
}
