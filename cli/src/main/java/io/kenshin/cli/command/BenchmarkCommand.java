package io.kenshin.cli.command;

import io.kenshin.cli.ExitCodes;
import io.kenshin.cli.benchmark.EmbeddingBenchmark;
import io.kenshin.cli.benchmark.FaultsBenchmark;
import io.kenshin.cli.benchmark.IngestBenchmark;
import io.kenshin.cli.benchmark.ScaleBenchmark;
import io.kenshin.cli.benchmark.ScreenBenchmark;
import io.kenshin.cli.benchmark.SoakBenchmark;
import io.kenshin.cli.benchmark.UpgradeBenchmark;
import io.kenshin.cli.benchmark.WatchBenchmark;
import io.kenshin.cli.fleet.FleetException;
import io.kenshin.cli.fleet.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Benchmarks, each in a process of its own with the libraries that only it needs. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures Kenshin: kenshin benchmark detection --help",
        subcommands = {
            BenchmarkCommand.Detection.class,
            BenchmarkCommand.Golden.class,
            BenchmarkCommand.Healing.class,
            BenchmarkCommand.Throughput.class,
            BenchmarkCommand.Analysis.class,
            EmbeddingBenchmark.class,
            FaultsBenchmark.class,
            IngestBenchmark.class,
            ScaleBenchmark.class,
            ScreenBenchmark.class,
            SoakBenchmark.class,
            UpgradeBenchmark.class,
            WatchBenchmark.class
        })
public final class BenchmarkCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // injected
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return ExitCodes.USAGE;
    }

    /** The matrix of attacks and detectors. */
    @Command(
            name = "detection",
            description = "Which attacks are found, by which detector, at what cost. Resumable. Options: --help")
    static final class Detection implements Callable<Integer> {
        @Unmatched
        private List<String> options = new ArrayList<>();

        @Override
        public Integer call() throws InterruptedException {
            return run("io.kenshin.benchmarks.detection.DetectionBenchmark", options);
        }
    }

    /** Whether a change of the code's form changed an outcome. */
    @Command(
            name = "golden",
            description = "Whether 16 cases of the matrix are judged as before, to the last bit. Options: --help")
    static final class Golden implements Callable<Integer> {
        @Unmatched
        private List<String> options = new ArrayList<>();

        @Override
        public Integer call() throws InterruptedException {
            return run("io.kenshin.benchmarks.golden.GoldenBenchmark", options);
        }
    }

    /** What healing takes away and what it costs. */
    @Command(
            name = "healing",
            description =
                    "Whether the attack is gone after healing, at what cost in accuracy. Resumable. Options: --help")
    static final class Healing implements Callable<Integer> {
        @Unmatched
        private List<String> options = new ArrayList<>();

        @Override
        public Integer call() throws InterruptedException {
            return run("io.kenshin.benchmarks.healing.HealingBenchmark", options);
        }
    }

    /** How fast code is embedded. */
    @Command(
            name = "throughput",
            description = "Methods per second against what people would use instead. Options: --help")
    static final class Throughput implements Callable<Integer> {
        @Unmatched
        private List<String> options = new ArrayList<>();

        @Override
        public Integer call() throws InterruptedException {
            return run("io.kenshin.benchmarks.throughput.ThroughputBenchmark", options);
        }
    }

    /** What analysing vectors costs. */
    @Command(name = "analysis", description = "Clustering and t-SNE of vectors against scikit-learn. Options: --help")
    static final class Analysis implements Callable<Integer> {
        @Unmatched
        private List<String> options = new ArrayList<>();

        @Override
        public Integer call() throws InterruptedException {
            return run("io.kenshin.benchmarks.analysis.AnalysisBenchmark", options);
        }
    }

    static int run(String main, List<String> options) throws InterruptedException {
        List<String> command = new ArrayList<>(Layout.benchmarkCommand(Layout.rootFromProperty(), main));
        command.addAll(options);
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            throw new FleetException("cannot start the benchmark: " + e.getMessage(), e);
        }
    }
}
