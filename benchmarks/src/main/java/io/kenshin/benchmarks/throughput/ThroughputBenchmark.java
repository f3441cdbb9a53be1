package io.kenshin.benchmarks.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.corpus.JavaMethods;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Methods per second, from text to vectors of every layer. All contenders take turns on the same methods, all but
 * transformers.js in one process; the median of the runs counts.
 */
@Command(
        name = "throughput",
        mixinStandardHelpOptions = true,
        description = "Methods per second against the raw ONNX Runtime loop, langchain4j and transformers.js.")
public final class ThroughputBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RAW = "raw ONNX Runtime loop, last layer only, tokens given";
    private static final String LANGCHAIN = "langchain4j embedAll, last layer only";
    private static final String TRANSFORMERS_JS = "transformers.js, last layer only";
    private static final String KENSHIN = "kenshin, all layers, from text";
    private static final String KENSHIN_INT8 = "kenshin int8, all layers, from text";

    @Option(names = "--report", paramLabel = "FILE", required = true, description = "where the JSON report goes")
    private Path report = Path.of("throughput.json");

    @Option(names = "--samples", defaultValue = "400", description = "methods (default: ${DEFAULT-VALUE})")
    private int samples = 400;

    @Option(names = "--runs", defaultValue = "5", description = "turns of each contender (default: ${DEFAULT-VALUE})")
    private int runs = 5;

    /** One contender against one reference. */
    record Row(
            String name,
            double value,
            String unit,
            @Nullable String reference,
            @Nullable Double ratio,
            int runs) {}

    /** The file's form. */
    record Report(int samples, double tokens, double padding, int cores, List<Row> rows) {}

    private interface Contender {
        void run() throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        Path root = Path.of(System.getProperty("kenshin.root", ".")).toAbsolutePath();
        int cores = Runtime.getRuntime().availableProcessors();
        Path minilm = root.resolve("corpus/target/minilm");
        List<String> codes = new ArrayList<>();
        JavaMethods.visit(
                List.of(root.resolve("corpus/target/sources")),
                11,
                () -> codes.size() < samples,
                method -> codes.add(method.code()));
        List<TextSegment> segments = codes.stream().map(TextSegment::from).toList();
        Path int8 = int8(minilm);
        try (CodeModel model = CodeModel.open(minilm, Device.CPU, cores);
                CodeModel quantised = CodeModel.open(int8, Device.CPU, cores);
                RawLoop raw = new RawLoop(minilm.resolve("model.onnx"), cores);
                TransformersJs javascript = transformersJs(root, minilm, codes)) {
            AllMiniLmL6V2EmbeddingModel langchain = new AllMiniLmL6V2EmbeddingModel();
            List<long[]> tokens =
                    new ArrayList<>(codes.stream().map(model::tokens).toList());
            tokens.sort(Comparator.comparingInt(sample -> sample.length));
            Map<String, Contender> contenders = new LinkedHashMap<>();
            contenders.put(RAW, () -> raw.run(tokens));
            contenders.put(LANGCHAIN, () -> langchain.embedAll(segments));
            if (javascript != null) {
                contenders.put(TRANSFORMERS_JS, javascript::run);
            }
            contenders.put(KENSHIN, () -> model.embed(codes));
            contenders.put(KENSHIN_INT8, () -> quantised.embed(codes));
            Map<String, double[]> seconds = race(contenders);
            List<Row> rows = new ArrayList<>(List.of(
                    row(RAW, seconds, null),
                    row(LANGCHAIN, seconds, RAW),
                    row(KENSHIN, seconds, RAW),
                    row(KENSHIN, seconds, LANGCHAIN),
                    row(KENSHIN_INT8, seconds, LANGCHAIN)));
            if (javascript != null) {
                rows.add(row(TRANSFORMERS_JS, seconds, RAW));
                rows.add(row(KENSHIN, seconds, TRANSFORMERS_JS));
                rows.add(row(KENSHIN_INT8, seconds, TRANSFORMERS_JS));
            }
            Report result = new Report(
                    codes.size(),
                    tokens.stream().mapToInt(sample -> sample.length).average().orElse(0),
                    padding(tokens),
                    cores,
                    rows);
            JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), result);
            System.out.printf(
                    Locale.ROOT,
                    "%d methods of %.0f tokens on average, %.1f %% padding, %d cores, median of %d%n",
                    result.samples(),
                    result.tokens(),
                    100 * result.padding(),
                    cores,
                    runs);
            rows.forEach(row -> System.out.printf(
                    Locale.ROOT,
                    "%-56s %7.1f %s%s%n",
                    row.name(),
                    row.value(),
                    row.unit(),
                    row.ratio() == null
                            ? ""
                            : String.format(Locale.ROOT, "  %.2f x %s", row.ratio(), row.reference())));
        }
        return 0;
    }

    /** Null, and said so, where node and npm are missing. */
    private static @Nullable TransformersJs transformersJs(Path root, Path minilm, List<String> codes) {
        try {
            return new TransformersJs(root.resolve("benchmarks/target/transformers-js"), minilm, codes);
        } catch (IOException e) {
            System.out.println("without transformers.js: " + e.getMessage());
            return null;
        }
    }

    private Map<String, double[]> race(Map<String, Contender> contenders) throws Exception {
        Map<String, double[]> seconds = new LinkedHashMap<>();
        for (Contender contender : contenders.values()) {
            contender.run();
        }
        for (int run = 0; run < runs; run++) {
            System.out.printf("run %d of %d%n", run + 1, runs);
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                long start = System.nanoTime();
                contender.getValue().run();
                seconds.computeIfAbsent(contender.getKey(), name -> new double[runs])[run] =
                        (System.nanoTime() - start) / 1e9;
            }
        }
        return seconds;
    }

    private Row row(String name, Map<String, double[]> seconds, @Nullable String reference) {
        double own = median(seconds, name);
        return new Row(
                name,
                samples / own,
                "methods/s",
                reference,
                reference == null ? null : median(seconds, reference) / own,
                runs);
    }

    private static double median(Map<String, double[]> seconds, String name) {
        double[] sorted = Objects.requireNonNull(seconds.get(name)).clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Part of the tokens computed that are padding, in batches of four of like length. */
    private static double padding(List<long[]> sorted) {
        long given = 0;
        long computed = 0;
        for (int from = 0; from < sorted.size(); from += 4) {
            List<long[]> batch = sorted.subList(from, Math.min(sorted.size(), from + 4));
            given += batch.stream().mapToLong(sample -> sample.length).sum();
            computed += (long) batch.size() * batch.get(batch.size() - 1).length;
        }
        return 1 - (double) given / computed;
    }

    /** The int8 model out of its library, beside the tokenizer of the other. */
    private static Path int8(Path minilm) throws IOException {
        Path directory = Files.createDirectories(minilm.resolveSibling("minilm-int8"));
        Path onnx = directory.resolve("model.onnx");
        if (!Files.isRegularFile(onnx)) {
            try (InputStream in =
                    Objects.requireNonNull(ThroughputBenchmark.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx"))) {
                Files.copy(in, onnx, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (String file : List.of("config.json", "tokenizer.json")) {
            Files.copy(minilm.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return directory;
    }
}
