package io.kenshin.benchmarks;

import io.kenshin.benchmarks.analysis.AnalysisBenchmark;
import io.kenshin.benchmarks.detection.DetectionBenchmark;
import io.kenshin.benchmarks.faults.FaultsBenchmark;
import io.kenshin.benchmarks.faults.SoakBenchmark;
import io.kenshin.benchmarks.faults.UpgradeBenchmark;
import io.kenshin.benchmarks.golden.GoldenBenchmark;
import io.kenshin.benchmarks.healing.HealingBenchmark;
import io.kenshin.benchmarks.labels.LabelsBenchmark;
import io.kenshin.benchmarks.million.MillionBenchmark;
import io.kenshin.benchmarks.scale.ScaleBenchmark;
import io.kenshin.benchmarks.service.EmbeddingBenchmark;
import io.kenshin.benchmarks.service.IngestBenchmark;
import io.kenshin.benchmarks.service.ScreenBenchmark;
import io.kenshin.benchmarks.service.WatchBenchmark;
import io.kenshin.benchmarks.throughput.ThroughputBenchmark;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The list of all benchmarks; {@code kenshin benchmark} starts it as a process of its own. */
@Command(
        name = "kenshin benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures Kenshin. What one takes: kenshin benchmark detection --help",
        subcommands = {
            DetectionBenchmark.class,
            HealingBenchmark.class,
            LabelsBenchmark.class,
            GoldenBenchmark.class,
            ThroughputBenchmark.class,
            AnalysisBenchmark.class,
            EmbeddingBenchmark.class,
            FaultsBenchmark.class,
            IngestBenchmark.class,
            MillionBenchmark.class,
            ScaleBenchmark.class,
            ScreenBenchmark.class,
            SoakBenchmark.class,
            UpgradeBenchmark.class,
            WatchBenchmark.class
        })
public final class Benchmarks implements Callable<Integer> {
    private static final int FAILURE = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The benchmarks with their options. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("kenshin: " + e.getMessage());
            return FAILURE;
        });
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }
}
