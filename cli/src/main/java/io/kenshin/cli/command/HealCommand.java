package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.cli.ExitCodes;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Heals the model of a case. */
@Command(
        name = "heal",
        mixinStandardHelpOptions = true,
        description = "Fine-tunes on what is left, verifies, and promotes or rejects. Exit code 1 when rejected.")
public final class HealCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CASE")
    private String id = "";

    @Option(
            names = "--strategy",
            description =
                    "clean: from the base, only clean samples. inoculate: also clean samples with the trigger under"
                            + " their true label. unlearn: clean samples, from the poisoned model. Default: the policy's")
    private @Nullable String strategy;

    @Option(names = "--wait", description = "Wait for the outcome")
    private boolean wait;

    @Option(names = "--report", paramLabel = "FILE", description = "Wait, and write the case as JSON")
    private @Nullable Path report;

    @Mixin
    private FleetOption fleet = new FleetOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        Api api = fleet.api();
        JsonNode found = api.post(
                Service.REMEDIATION,
                "/api/v1/cases/" + Api.encode(id) + "/heal",
                strategy == null ? Map.of() : Map.of("strategy", strategy));
        if (wait || report != null) {
            found = new Progress(api, new Terminal(), () -> {}).heal(id);
        }
        if (report != null) {
            Api.JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), found);
        }
        output.print(found, "id", "state", "healedVersion", "detail", "figures");
        return switch (found.path("state").asText()) {
            case "rejected" -> ExitCodes.BAD;
            case "heal-failed" -> ExitCodes.FAILURE;
            default -> ExitCodes.FINE;
        };
    }
}
