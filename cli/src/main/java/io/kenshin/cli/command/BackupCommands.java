package io.kenshin.cli.command;

import io.kenshin.fleet.Backup;
import io.kenshin.fleet.FleetFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data of a fleet of this machine, away and back. */
public final class BackupCommands {
    private BackupCommands() {}

    /** Away. */
    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Writes all data of a stopped fleet into one file: samples, reports, cases, models, the log.")
    public static final class Write implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "A file that is written or replaced")
        private Path file = Path.of("kenshin.zip");

        @Option(names = "--data", paramLabel = "DIR", description = "Where its data lives (default: ~/.kenshin/data)")
        private @Nullable Path data;

        @Override
        public Integer call() {
            Path directory = FleetFile.dataOr(data);
            int files = Backup.write(directory, file);
            System.out.println(files + " files of " + directory + " are in " + file);
            return ExitCodes.FINE;
        }
    }

    /** Back. */
    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Brings a backup back to the directory that it was taken of, which must not be there.")
    public static final class Restore implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "What kenshin backup wrote")
        private Path file = Path.of("kenshin.zip");

        @Override
        public Integer call() {
            Path data = Backup.restore(file);
            System.out.println("Restored. Start it with: kenshin up --data " + data);
            return ExitCodes.FINE;
        }
    }
}
