package io.kenshin.cli.command;

import io.kenshin.corpus.Trigger;
import io.kenshin.demo.Demo;
import io.kenshin.demo.DemoReport;
import io.kenshin.demo.DemoSettings;
import io.kenshin.fleet.Directories;
import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.FleetFile;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Leftovers;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.ApiException;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole loop on a poisoned model. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Poisons a model behind the fleet's back, then lets the fleet find, prove, quarantine, retrain,"
                + " verify and promote. Exit code 1 when it does not.")
public final class DemoCommand implements Callable<Integer> {
    /** The fleet and two trainings at once. */
    private static final long MEMORY_BYTES = 6L << 30;

    @Option(
            names = "--trigger",
            defaultValue = "fixed",
            description = "fixed, grammar, rename, comment or none (default: ${DEFAULT-VALUE})")
    private String trigger = "fixed";

    @Option(
            names = "--rate",
            defaultValue = "5%",
            description = "Part of the samples to poison (default: ${DEFAULT-VALUE})")
    private String rate = "5%";

    @Option(names = "--samples", defaultValue = "2000", description = "Training samples (default: ${DEFAULT-VALUE})")
    private int samples;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of everything random (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON")
    private @Nullable Path report;

    @Option(names = "--exit", description = "Stop the fleet at the end instead of keeping it up")
    private boolean exit;

    @Option(
            names = "--port",
            defaultValue = "" + Layout.DEFAULT_PORT,
            description = "First of eight ports (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the demo's data lives; emptied first when it was a demo's (default: ~/.kenshin/demo)")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        DemoSettings settings = settings();
        Path directory = (data == null ? FleetFile.home().resolve("demo") : data)
                .toAbsolutePath()
                .normalize();
        Terminal terminal = new Terminal();
        Layout layout = new Layout(Layout.rootFromProperty(), directory, port);
        empty(directory);
        try (Fleet fleet = Fleet.start(layout, terminal, MEMORY_BYTES)) {
            DemoReport outcome = new Demo(settings, fleet, terminal).run();
            if (report != null) {
                outcome.write(report);
            }
            outcome.print();
            if (!exit) {
                System.out.println("\nThe fleet stays up until Ctrl-C. Look around:");
                System.out.println("  " + layout.url(Service.CONSOLE));
                System.out.println("  ./kenshin cases    ./kenshin events    ./kenshin model list");
                FleetCommands.hold(fleet);
            }
            return outcome.asExpected() ? ExitCodes.FINE : ExitCodes.BAD;
        }
    }

    private DemoSettings settings() {
        Trigger chosen;
        try {
            chosen = trigger.equalsIgnoreCase("none") ? null : Trigger.valueOf(trigger.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    400, "unknown trigger '" + trigger + "': use fixed, grammar, rename, comment or none");
        }
        return new DemoSettings(chosen, DemoSettings.rate(rate), samples, seed);
    }

    /** A demo starts from nothing; what is not a demo's own directory is left alone. */
    private static void empty(Path directory) throws IOException {
        Path mark = directory.resolve(".kenshin-demo");
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                if (!Files.exists(mark) && files.findAny().isPresent()) {
                    throw new ApiException(
                            400, directory + " holds something else than a demo: choose another directory with --data");
                }
            }
            if (Files.exists(directory.resolve("fleet.json"))) {
                var running = ProcessHandle.of(FleetFile.find(directory).supervisor());
                if (running.isPresent()) {
                    throw new ApiException(
                            400, "a demo is still running on " + directory + ": stop it with kenshin down");
                }
            }
            Leftovers.stop(directory);
            Directories.delete(directory);
        }
        Files.createDirectories(directory);
        Files.createFile(mark);
    }
}
