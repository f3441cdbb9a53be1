package io.kenshin.cli.command;

import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The fine-tune job of a case. */
public final class JobCommands {
    private JobCommands() {}

    private static String path(String id, String what) {
        return "/api/v1/cases/" + Api.encode(id) + "/" + what;
    }

    /** Ends it. */
    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "Ends the fine-tune job of a case that is healing. It can be healed again.")
    public static final class Cancel extends ServiceCommand {
        @Parameters(paramLabel = "CASE")
        private String id = "";

        @Override
        public Integer call() {
            output.print(fleet.api().post(Service.REMEDIATION, path(id, "cancel"), Map.of()), "id", "state", "detail");
            return ExitCodes.FINE;
        }
    }

    /** Shows what it wrote. */
    @Command(
            name = "log",
            mixinStandardHelpOptions = true,
            description = "Shows the last lines of the latest fine-tune job of a case.")
    public static final class Log implements Callable<Integer> {
        @Parameters(paramLabel = "CASE")
        private String id = "";

        @Option(names = "--lines", description = "at most so many (default: 100)")
        private int lines = 100;

        @Mixin
        private FleetOption fleet = new FleetOption();

        @Override
        public Integer call() {
            fleet.api()
                    .list(Service.REMEDIATION, path(id, "log?lines=" + lines), String.class)
                    .forEach(System.out::println);
            return ExitCodes.FINE;
        }
    }
}
