package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.FleetFile;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Leftovers;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.ApiException;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starting, stopping and looking at the fleet. */
public final class FleetCommands {
    private FleetCommands() {}

    /** Keeps a fleet up until Ctrl-C; fails when a part of it does not stay up. */
    static void hold(Fleet fleet) throws IOException {
        while (true) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
            fleet.keepUp();
        }
    }

    /** Starts the fleet. */
    @Command(
            name = "up",
            mixinStandardHelpOptions = true,
            description = "Starts the fleet on this machine and keeps it running until Ctrl-C.")
    public static final class Up implements Callable<Integer> {
        @Option(names = "--data", paramLabel = "DIR", description = "Where its data lives (default: ~/.kenshin/data)")
        private @Nullable Path data;

        @Option(
                names = "--port",
                defaultValue = "" + Layout.DEFAULT_PORT,
                description = "First of eight ports on loopback (default: ${DEFAULT-VALUE})")
        private int port;

        @Override
        public Integer call() throws IOException {
            Layout layout = new Layout(Layout.rootFromProperty(), FleetFile.dataOr(data), port);
            Terminal terminal = new Terminal();
            try (Fleet fleet = Fleet.start(layout, terminal, Fleet.OWN_MEMORY_BYTES)) {
                terminal.say("The fleet is up. Its data: " + layout.data());
                terminal.say("  console  " + layout.url(Service.CONSOLE));
                for (Service service : Service.values()) {
                    if (service != Service.CONSOLE) {
                        terminal.say("  " + service.module() + "  " + layout.url(service) + "/q/openapi");
                    }
                }
                terminal.say("Kafka: localhost:" + layout.brokerPort() + "   Stop with Ctrl-C or: kenshin down");
                hold(fleet);
            }
            return ExitCodes.FINE;
        }
    }

    /** Says where the console is. */
    @Command(name = "open", mixinStandardHelpOptions = true, description = "Prints the address of the console.")
    public static final class Open implements Callable<Integer> {
        @Mixin
        private FleetOption fleet = new FleetOption();

        @Override
        public Integer call() {
            System.out.println(fleet.api().url(Service.CONSOLE));
            return ExitCodes.FINE;
        }
    }

    /** Stops the fleet. */
    @Command(name = "down", mixinStandardHelpOptions = true, description = "Stops a running fleet; its data stays.")
    public static final class Down implements Callable<Integer> {
        @Mixin
        private FleetOption fleet = new FleetOption();

        @Override
        public Integer call() throws Exception {
            FleetFile file = FleetFile.find(fleet.data());
            var supervisor = ProcessHandle.of(file.supervisor());
            if (supervisor.isPresent()) {
                supervisor.get().destroy();
                supervisor.get().onExit().get(60, TimeUnit.SECONDS);
            } else {
                Leftovers.stop(Path.of(file.data()));
            }
            System.out.println("The fleet on " + file.data() + " is stopped.");
            return ExitCodes.FINE;
        }
    }

    /** Shows the fleet. */
    @Command(name = "status", mixinStandardHelpOptions = true, description = "Shows whether each service is ready.")
    public static final class Status extends ServiceCommand {
        @Override
        public Integer call() {
            Api api;
            try {
                api = fleet.api();
            } catch (FleetException e) {
                System.err.println("kenshin: " + e.getMessage());
                return ExitCodes.BAD;
            }
            ArrayNode rows = Api.JSON.createArrayNode();
            boolean all = true;
            for (Service service : Service.values()) {
                ObjectNode row =
                        rows.addObject().put("service", service.module()).put("url", api.url(service));
                try {
                    api.get(service, "/q/health/ready");
                    row.put("state", "ready");
                } catch (ApiException e) {
                    row.put("state", e.status() == 503 ? "not ready" : "down");
                    all = false;
                }
            }
            output.print(rows, "service", "state", "url");
            return all ? ExitCodes.FINE : ExitCodes.BAD;
        }
    }
}
