package io.kenshin.cli.benchmark;

import io.kenshin.cli.fleet.Fleet;
import io.kenshin.cli.terminal.Terminal;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A benchmark of a fleet whose contenders take turns and whose report are figures with their ratios. */
abstract class FigureBenchmark extends FleetBenchmark {
    @Option(names = "--runs", defaultValue = "3", description = "Turns of each contender (default: ${DEFAULT-VALUE})")
    private int runs = 3;

    final int runs() {
        return runs;
    }

    /** Measures, and returns what was measured on. */
    abstract String measure(Fleet fleet, Terminal terminal, Figures figures) throws Exception;

    @Override
    final void measure(Fleet fleet, Terminal terminal, Path report) throws Exception {
        Figures figures = new Figures();
        String what = measure(fleet, terminal, figures);
        figures.write(what, report);
    }
}
