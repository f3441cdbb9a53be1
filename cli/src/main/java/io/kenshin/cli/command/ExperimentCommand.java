package io.kenshin.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Clean and poisoned twins, looked into. */
@Command(
        name = "experiment",
        description =
                "What poisoning leaves inside a model: embeddings and attention weights of clean and poisoned twins,"
                        + " as in Hussain et al. 2024. Options: --help")
public final class ExperimentCommand implements Callable<Integer> {
    @Unmatched
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return BenchmarkProcess.run("io.kenshin.benchmarks.experiment.PaperExperiment", options);
    }
}
