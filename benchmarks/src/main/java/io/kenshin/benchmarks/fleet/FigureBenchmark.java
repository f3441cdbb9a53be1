package io.kenshin.benchmarks.fleet;

import io.kenshin.fleet.terminal.Terminal;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A benchmark of a fleet whose contenders take turns and whose report are figures with their ratios. */
public abstract class FigureBenchmark extends FleetBenchmark {
    @Option(names = "--runs", defaultValue = "3", description = "Turns of each contender (default: ${DEFAULT-VALUE})")
    private int runs = 3;

    protected final int runs() {
        return runs;
    }

    /** Measures, and returns what was measured on. */
    protected abstract String measure(FaultyFleet fleet, Terminal terminal, Figures figures) throws Exception;

    @Override
    protected final void measure(FaultyFleet fleet, Terminal terminal, Path report) throws Exception {
        Figures figures = new Figures();
        String what = measure(fleet, terminal, figures);
        figures.write(what, report);
    }
}
