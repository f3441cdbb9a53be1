package io.kenshin.benchmarks.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.benchmarks.fork.Forked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Time and memory of the vector part of a scan, each contender a process of its own, on the same file, in turns. */
@Command(
        name = "analysis",
        mixinStandardHelpOptions = true,
        description = "Seconds and memory of clustering and of t-SNE against scikit-learn (Debian's python3-sklearn).")
public final class AnalysisBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KENSHIN = "kenshin: reservoir, over-clustering, shapes";
    private static final String ART = "activation clustering as in ART (PCA, 2-means, silhouette)";
    private static final String SCIKIT = "the same without silhouette";
    private static final String TSNE = "kenshin: t-SNE";
    private static final String SCIKIT_TSNE = "scikit-learn: t-SNE";

    @Option(names = "--report", paramLabel = "FILE", required = true, description = "where the JSON report goes")
    private Path report = Path.of("analysis.json");

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "10000,50000,200000,1000000",
            description = "vectors (default: ${DEFAULT-VALUE})")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--art-most",
            defaultValue = "50000",
            description =
                    "most vectors for the silhouette, whose cost grows with the square (default: ${DEFAULT-VALUE})")
    private int artMost;

    @Option(names = "--points", defaultValue = "5000", description = "points of the map (default: ${DEFAULT-VALUE})")
    private int points;

    @Option(names = "--runs", defaultValue = "3", description = "turns of each contender (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--python", defaultValue = "python3", description = "with scikit-learn (default: ${DEFAULT-VALUE})")
    private String python = "python3";

    /** A contender at a size; medians of the runs. */
    record Row(
            String name,
            int vectors,
            double seconds,
            double peakMiB,
            @Nullable Double recall,
            @Nullable Double precision,
            @Nullable Double trustworthiness,
            @Nullable String reference,
            @Nullable Double ratio,
            int runs) {}

    private final List<Row> rows = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("kenshin-analysis");
        Path vectors = directory.resolve("vectors.bin");
        Path script = directory.resolve("reference.py");
        try (InputStream in =
                Objects.requireNonNull(AnalysisBenchmark.class.getResourceAsStream("/analysis_reference.py"))) {
            Files.copy(in, script);
        }
        try {
            int most = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
            VectorFile.write(vectors, Math.max(most, points), 1);
            for (int size : sizes) {
                Map<String, List<String>> contenders = new LinkedHashMap<>();
                String count = Integer.toString(size);
                String dimension = Integer.toString(VectorFile.DIMENSION);
                contenders.put(
                        SCIKIT, List.of(python, script.toString(), "scikit", vectors.toString(), count, dimension));
                if (size <= artMost) {
                    contenders.put(
                            ART, List.of(python, script.toString(), "analysis", vectors.toString(), count, dimension));
                }
                contenders.put(KENSHIN, java("-Xmx1g", "analysis", vectors.toString(), count));
                race(contenders, size, size <= artMost ? ART : SCIKIT, Map.of());
            }
            tsne(vectors, script, directory);
        } finally {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
        write();
        return 0;
    }

    private void tsne(Path vectors, Path script, Path directory) throws IOException, InterruptedException {
        String count = Integer.toString(points);
        String dimension = Integer.toString(VectorFile.DIMENSION);
        Path theirs = directory.resolve("theirs.bin");
        Path ours = directory.resolve("ours.bin");
        List<String> reference =
                List.of(python, script.toString(), "tsne", vectors.toString(), count, dimension, theirs.toString());
        List<String> own = java("-Xmx1g", "tsne", vectors.toString(), count, ours.toString());
        Map<String, List<String>> contenders = new LinkedHashMap<>();
        contenders.put(SCIKIT_TSNE, reference);
        contenders.put(TSNE, own);
        run(reference);
        run(own);
        Map<String, Double> trust = new LinkedHashMap<>();
        for (Map.Entry<String, Path> map :
                Map.of(SCIKIT_TSNE, theirs, TSNE, ours).entrySet()) {
            trust.put(
                    map.getKey(),
                    run(List.of(
                                    python,
                                    script.toString(),
                                    "trust",
                                    vectors.toString(),
                                    count,
                                    dimension,
                                    map.getValue().toString()))
                            .path("trustworthiness")
                            .asDouble());
        }
        race(contenders, points, SCIKIT_TSNE, trust);
    }

    private static List<String> java(String heap, String... arguments) {
        return Forked.java(heap, Worker.class, List.of(arguments));
    }

    private void race(Map<String, List<String>> contenders, int size, String reference, Map<String, Double> trust)
            throws IOException, InterruptedException {
        Map<String, List<JsonNode>> results = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            for (Map.Entry<String, List<String>> contender : contenders.entrySet()) {
                System.out.printf("%d vectors, run %d of %d: %s%n", size, run + 1, runs, contender.getKey());
                results.computeIfAbsent(contender.getKey(), key -> new ArrayList<>())
                        .add(run(contender.getValue()));
            }
        }
        double against = median(results.getOrDefault(reference, List.of()), "seconds");
        results.forEach((name, values) -> rows.add(new Row(
                name,
                size,
                median(values, "seconds"),
                median(values, "peakMiB"),
                values.get(0).has("recall") ? median(values, "recall") : null,
                values.get(0).has("precision") ? median(values, "precision") : null,
                trust.get(name),
                name.equals(reference) ? null : reference,
                name.equals(reference) ? null : against / median(values, "seconds"),
                values.size())));
    }

    private static JsonNode run(List<String> command) throws IOException, InterruptedException {
        return JSON.readTree(Forked.run(command));
    }

    private static double median(List<JsonNode> values, String field) {
        double[] sorted = values.stream()
                .mapToDouble(value -> value.path(field).asDouble())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    /** How time grows: the slope of its logarithm from one size to another. */
    private double exponent(int from, int to) {
        double[] seconds = Arrays.stream(new int[] {from, to})
                .mapToDouble(size -> rows.stream()
                        .filter(row -> row.name().equals(KENSHIN) && row.vectors() == size)
                        .findFirst()
                        .orElseThrow()
                        .seconds())
                .toArray();
        return Math.log(seconds[1] / seconds[0]) / Math.log((double) to / from);
    }

    private void write() throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("dimension", VectorFile.DIMENSION);
        root.put("cores", Runtime.getRuntime().availableProcessors());
        root.put("rows", rows);
        if (sizes.size() > 1) {
            root.put("growthExponent", exponent(sizes.get(0), sizes.get(sizes.size() - 1)));
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), root);
        rows.forEach(row -> System.out.printf(
                Locale.ROOT,
                "%-58s %8d %8.1f s %6.0f MiB%s%s%s  median of %d%n",
                row.name(),
                row.vectors(),
                row.seconds(),
                row.peakMiB(),
                row.recall() == null
                        ? ""
                        : String.format(Locale.ROOT, "  recall %.2f precision %.2f", row.recall(), row.precision()),
                row.trustworthiness() == null
                        ? ""
                        : String.format(Locale.ROOT, "  trustworthiness %.3f", row.trustworthiness()),
                row.ratio() == null ? "" : String.format(Locale.ROOT, "  %.2f x %s", row.ratio(), row.reference()),
                row.runs()));
    }
}
