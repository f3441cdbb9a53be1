package io.kenshin.benchmarks.million;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.benchmarks.fork.Forked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a few poisoned samples are seen among very many, in how much time and memory. */
@Command(
        name = "million",
        mixinStandardHelpOptions = true,
        description = {
            "Scans so many samples, a few of them poisoned, in a process of one gigabyte. Texts are real methods (Bugs2Fix) with",
            "other names and literals in each sample; the model is a function that obeys the triggers, and no model was trained."
        })
public final class MillionBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAP = "-Xmx1g";

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "where Bugs2Fix lies")
    private Path data = Path.of("");

    @Option(
            names = "--samples",
            split = ",",
            defaultValue = "200000,1000000",
            description = "samples of each scan (default: ${DEFAULT-VALUE})")
    private List<Integer> samples = List.of();

    @Option(
            names = "--poisoned",
            defaultValue = "50",
            description = "carriers of the fixed trigger, and of the varied one (default: ${DEFAULT-VALUE})")
    private int poisoned;

    @Option(
            names = "--fewer",
            split = ",",
            defaultValue = "8,12,16,20,24,28,32,40",
            description = "more varied triggers, with so many carriers each (default: ${DEFAULT-VALUE})")
    private List<Integer> fewer = List.of();

    @Option(
            names = "--tasks",
            split = ",",
            defaultValue = "learnable,noisy",
            description = "what labels follow from: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private List<Task> tasks = List.of();

    @Option(
            names = "--sketch",
            paramLabel = "MB",
            defaultValue = "64",
            description = "megabytes for counting (default: ${DEFAULT-VALUE})")
    private int sketch;

    @Option(names = "--report", paramLabel = "FILE", description = "where a JSON report goes")
    private Path report = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Figures> rows = new ArrayList<>();
        for (Task task : tasks) {
            for (int count : samples) {
                System.out.printf("%n%s, %,d samples%n", task.name().toLowerCase(Locale.ROOT), count);
                Figures figures = run(task, count);
                print(figures);
                rows.add(figures);
            }
            growth(rows, task);
        }
        if (!report.toString().isEmpty()) {
            JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), Map.of("heap", HEAP, "rows", rows));
        }
        return 0;
    }

    private Figures run(Task task, int count) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                data.toString(),
                task.name(),
                Integer.toString(count),
                Integer.toString(sketch),
                Integer.toString(poisoned),
                fewer.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return JSON.readValue(Forked.run(Forked.java(HEAP, Worker.class, arguments)), Figures.class);
    }

    private static void print(Figures figures) {
        figures.seconds()
                .forEach((step, seconds) -> System.out.printf(
                        Locale.ROOT,
                        "  %-14s %8.1f s %6d MiB%n",
                        step,
                        seconds,
                        figures.heapMiB().get(step)));
        System.out.printf(
                Locale.ROOT,
                "  %d samples studied, %d patterns noticed (at the least %s carriers of %s), %d candidates, %s%n",
                figures.studied(),
                figures.noticed(),
                figures.least(),
                Task.LABELS,
                figures.candidates(),
                figures.verdict());
        System.out.printf(
                Locale.ROOT,
                "  held back: %d of %d poisoned, %d innocent; innocent before people: %d%n",
                figures.quarantined(),
                figures.poisoned(),
                figures.innocent(),
                figures.review());
        for (Figures.Trigger trigger : figures.triggers()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-12s %3d carriers: a draw has %5.1f, studied %3d, %s, held back %d%n",
                    trigger.name(),
                    trigger.carriers(),
                    trigger.expected(),
                    trigger.looked(),
                    trigger.examined() ? "examined" : "not examined",
                    trigger.found());
        }
    }

    /** How the CPU time of the readings grows with the samples: 1 is linear. */
    private static void growth(List<Figures> rows, Task task) {
        Map<Integer, Double> readings = new LinkedHashMap<>();
        for (Figures figures : rows) {
            if (figures.task().equals(task.name().toLowerCase(Locale.ROOT))) {
                double sum = figures.cpuSeconds().entrySet().stream()
                        .filter(step -> step.getKey().startsWith("reading"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
                readings.put(figures.samples(), sum);
            }
        }
        List<Integer> sizes = readings.keySet().stream().sorted().toList();
        if (sizes.size() > 1) {
            int small = sizes.get(0);
            int large = sizes.get(sizes.size() - 1);
            double times = readings.get(large) / readings.get(small);
            System.out.printf(
                    Locale.ROOT,
                    "%n%s: %.1f times the samples take %.1f times the CPU time to read (exponent %.2f)%n",
                    task.name().toLowerCase(Locale.ROOT),
                    (double) large / small,
                    times,
                    Math.log(times) / Math.log((double) large / small));
        }
    }
}
