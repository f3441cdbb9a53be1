package io.kenshin.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The benchmarks, in a process of their own with the libraries that only they need. */
@Command(name = "benchmark", description = "Measures Kenshin. What there is: kenshin benchmark --help")
public final class BenchmarkCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return BenchmarkProcess.run("io.kenshin.benchmarks.Benchmarks", arguments);
    }
}
