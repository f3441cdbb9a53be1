package io.kenshin.cli.benchmark;

import io.kenshin.cli.ExitCodes;
import io.kenshin.cli.fleet.Directories;
import io.kenshin.cli.fleet.Fleet;
import io.kenshin.cli.fleet.Layout;
import io.kenshin.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A benchmark that needs a fleet: one is started on a directory that is removed afterwards. */
abstract class FleetBenchmark implements Callable<Integer> {
    @Option(names = "--report", paramLabel = "FILE", required = true, description = "Where the JSON report goes")
    private Path report = Path.of("report.json");

    @Option(names = "--runs", defaultValue = "3", description = "Turns of each contender (default: ${DEFAULT-VALUE})")
    private int runs = 3;

    @Option(
            names = "--port",
            defaultValue = "18180",
            description = "First of eight ports on loopback (default: ${DEFAULT-VALUE})")
    private int port;

    final int runs() {
        return runs;
    }

    /** Measures, and returns what was measured on. */
    abstract String measure(Fleet fleet, Terminal terminal, Figures figures) throws Exception;

    @Override
    public final Integer call() throws Exception {
        Path directory = Files.createTempDirectory("kenshin-benchmark");
        Terminal terminal = new Terminal();
        Figures figures = new Figures();
        try (Fleet fleet =
                Fleet.start(new Layout(Layout.rootFromProperty(), directory, port), terminal, Fleet.OWN_MEMORY_BYTES)) {
            String what = measure(fleet, terminal, figures);
            figures.write(what, report);
        } finally {
            Directories.delete(directory);
        }
        return ExitCodes.FINE;
    }
}
