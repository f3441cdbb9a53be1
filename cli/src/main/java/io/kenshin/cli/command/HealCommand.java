package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.util.Map;
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
public final class HealCommand extends ServiceCommand {
    @Parameters(paramLabel = "CASE")
    private String id = "";

    @Option(
            names = "--strategy",
            description =
                    "clean: from the base, only clean samples. inoculate: also clean samples with the trigger under"
                            + " their true label. unlearn: clean samples, from the poisoned model. Default: the policy's")
    private @Nullable String strategy;

    @Mixin
    private WaitOption wait = new WaitOption();

    @Override
    public Integer call() throws IOException {
        Api api = fleet.api();
        Cases cases = new Cases(api);
        JsonNode found = cases.act(id, "heal", strategy == null ? Map.of() : Map.of("strategy", strategy));
        if (wait.forEnd()) {
            new Progress(api, new Terminal(), () -> {}).heal(id);
            found = cases.json(id, "");
        }
        wait.write(found);
        output.print(found, "id", "state", "healedVersion", "detail", "figures");
        return switch (Api.as(found, CaseView.class).state()) {
            case REJECTED -> ExitCodes.BAD;
            case HEAL_FAILED -> ExitCodes.FAILURE;
            default -> ExitCodes.FINE;
        };
    }
}
