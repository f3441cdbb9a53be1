package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.rest.ModelView;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Models. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Imports and lists models.",
        subcommands = {ModelCommand.Import.class, ModelCommand.ListAll.class})
public final class ModelCommand {

    /** Imports a directory as a new version. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Imports a directory with config.json, tokenizer.json and model.onnx (or encoder_model.onnx) as a new version.")
    static final class Import extends ServiceCommand {
        @Parameters(paramLabel = "DIR")
        private Path directory = Path.of("");

        @Option(names = "--name", required = true, description = "Name of the model")
        private String name = "";

        @Option(
                names = "--base",
                paramLabel = "DIR",
                description = "The model that it was fine-tuned from, for healing")
        private @Nullable Path base;

        @Override
        public Integer call() {
            JsonNode version = add(fleet.api(), name, directory, base);
            output.print(version, "model", "version", "architecture", "layers", "labels");
            return ExitCodes.FINE;
        }
    }

    static JsonNode add(Api api, String name, Path directory, @Nullable Path base) {
        Map<String, @Nullable String> request = new LinkedHashMap<>();
        request.put("directory", directory.toAbsolutePath().normalize().toString());
        request.put(
                "base", base == null ? null : base.toAbsolutePath().normalize().toString());
        return api.post(Service.INGEST, "/api/v1/models/" + Api.encode(name) + "/versions", request);
    }

    /** Lists models. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists models with their aliases.")
    static final class ListAll extends ServiceCommand {
        @Override
        public Integer call() {
            JsonNode models = fleet.api().get(Service.INGEST, "/api/v1/models");
            if (output.json()) {
                output.print(models);
                return ExitCodes.FINE;
            }
            List<List<String>> table = new ArrayList<>();
            table.add(List.of("name", "versions", "aliases"));
            for (ModelView model : Api.all(models, ModelView.class)) {
                table.add(
                        List.of(model.name(), Integer.toString(model.versions().size()), Api.write(model.aliases())));
            }
            OutputOption.printTable(table);
            return ExitCodes.FINE;
        }
    }
}
