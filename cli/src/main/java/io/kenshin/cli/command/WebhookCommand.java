package io.kenshin.cli.command;

import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What has not reached the webhook. */
@Command(
        name = "webhook",
        mixinStandardHelpOptions = true,
        description = "Events that have not reached the webhook: lists them, and sends them again.",
        subcommands = {WebhookCommand.ListAll.class, WebhookCommand.Again.class})
public final class WebhookCommand {
    private static final String PATH = "/api/v1/webhook/deliveries";

    private WebhookCommand() {}

    /** Lists events. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists events that wait for their next try, or were given up; the oldest first.")
    static final class ListAll extends ServiceCommand {
        @Option(names = "--state", paramLabel = "STATE", description = "Only those: waiting or given-up")
        private String state = "";

        @Option(names = "--limit", defaultValue = "200", description = "Most rows (default: ${DEFAULT-VALUE})")
        private int limit;

        @Override
        public Integer call() {
            output.print(
                    fleet.api().get(Service.REMEDIATION, PATH + "?limit=" + limit + "&state=" + Api.encode(state)),
                    "id",
                    "type",
                    "subject",
                    "state",
                    "tries",
                    "nextTry",
                    "fault");
            return ExitCodes.FINE;
        }
    }

    /** Sends events again. */
    @Command(
            name = "again",
            mixinStandardHelpOptions = true,
            description = "Sends events again: those that are named, or all that were given up.")
    static final class Again extends ServiceCommand {
        @Parameters(paramLabel = "EVENT", arity = "0..*", description = "Ids, as kenshin webhook list shows them")
        private List<String> ids = List.of();

        @Override
        public Integer call() {
            output.print(
                    fleet.api()
                            .post(Service.REMEDIATION, PATH + "/again", ids.isEmpty() ? Map.of() : Map.of("ids", ids)),
                    "deliveries");
            return ExitCodes.FINE;
        }
    }
}
