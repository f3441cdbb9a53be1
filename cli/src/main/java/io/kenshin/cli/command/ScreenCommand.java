package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.kenshin.contracts.screen.ScreenReply;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at files before a model sees them. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description =
                "Says of each file whether it carries a trigger of an open case. Exit code 1 when one is blocked.")
public final class ScreenCommand extends ServiceCommand {
    private static final String PATH = "/api/v1/screen";

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "one input each")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--model", paramLabel = "NAME", required = true, description = "the model that the inputs are for")
    private String model = "";

    @Option(names = "--evidence", description = "ask the model, too, whether its prediction hangs on the trigger")
    private boolean evidence;

    @Option(names = "--kept", description = "list the inputs that carried a trigger, the latest first")
    private boolean kept;

    @Override
    public Integer call() throws IOException {
        Api api = fleet.api();
        if (kept) {
            JsonNode list = api.get(Service.REMEDIATION, PATH + "/kept?model=" + Api.encode(model));
            output.print(list, "happened", "requestId", "answer", "shadow", "reason");
            return ExitCodes.FINE;
        }
        ArrayNode answers = Api.JSON.createArrayNode();
        boolean blocked = false;
        for (Path file : files) {
            JsonNode answer = api.post(
                    Service.REMEDIATION,
                    PATH,
                    Map.of(
                            "id",
                            file.toString(),
                            "model",
                            model,
                            "code",
                            Files.readString(file),
                            "evidence",
                            evidence));
            ScreenReply reply = Api.as(answer, ScreenReply.class);
            blocked |= reply.answer().equals(ScreenReply.BLOCK) && !reply.shadow();
            answers.add(answer);
        }
        output.print(answers, "id", "answer", "shadow", "reason");
        return blocked ? ExitCodes.BAD : ExitCodes.FINE;
    }
}
