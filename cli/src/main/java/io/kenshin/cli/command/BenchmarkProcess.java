package io.kenshin.cli.command;

import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A process of the benchmarks' module that has this terminal as its own. */
final class BenchmarkProcess {
    private BenchmarkProcess() {}

    /** @return its exit code */
    static int run(String main, List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(Layout.benchmarkCommand(Layout.rootFromProperty(), main));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            throw new FleetException("cannot start the benchmark: " + e.getMessage(), e);
        }
    }
}
