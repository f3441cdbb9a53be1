package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.codemodel.ModelFiles;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.contracts.rest.ModelCheck;
import io.kenshin.contracts.rest.ModelView;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.ApiException;
import io.kenshin.fleet.client.Models;
import java.nio.file.Path;
import java.util.ArrayList;
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
        subcommands = {
            ModelCommand.Import.class,
            ModelCommand.ListAll.class,
            ModelCommand.Show.class,
            ModelCommand.Check.class
        })
public final class ModelCommand {

    /** Imports a directory as a new version. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Imports a directory with config.json, tokenizer.json and model.onnx (or encoder_model.onnx) as a new"
                        + " version.",
                "The same files again are the version that they were. A fleet elsewhere is sent the files."
            })
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
            JsonNode version = new Models(fleet.api()).add(name, files(directory), base == null ? null : files(base));
            output.print(version, "model", "version", "architecture", "layers", "labels");
            if (version.path("known").asBoolean()) {
                System.err.println("kenshin: these files are version " + version.path("version") + " already");
            }
            return ExitCodes.FINE;
        }

        private static Models.Files files(Path directory) {
            try {
                return new Models.Files(directory, ModelFiles.of(directory));
            } catch (CodeModelException e) {
                throw new ApiException(400, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Shows the versions of a model. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows the versions of a model; -o json gives the digest of every file.")
    static final class Show extends ServiceCommand {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Override
        public Integer call() {
            JsonNode model = fleet.api().get(Service.INGEST, "/api/v1/models/" + Api.encode(name));
            if (output.json()) {
                output.print(model);
                return ExitCodes.FINE;
            }
            ModelView view = Api.as(model, ModelView.class);
            List<List<String>> table = new ArrayList<>();
            table.add(List.of("version", "aliases", "architecture", "layers", "SHA-256 of model.onnx", "directory"));
            for (ModelView.Version version : view.versions()) {
                table.add(List.of(
                        Integer.toString(version.version()),
                        String.join(" ", aliases(view, version.version())),
                        version.architecture(),
                        Integer.toString(version.layers()),
                        version.digests().getOrDefault("model.onnx", ""),
                        version.directory()));
            }
            OutputOption.printTable(table);
            return ExitCodes.FINE;
        }

        private static List<String> aliases(ModelView model, int version) {
            return model.aliases().entrySet().stream()
                    .filter(alias -> alias.getValue() == version)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Reads the files of a version again. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Reads the files of a version in the store again; exit code 1 if they are not what was imported.")
    static final class Check extends ServiceCommand {
        @Parameters(paramLabel = "NAME", index = "0")
        private String name = "";

        @Parameters(paramLabel = "VERSION", index = "1")
        private int version;

        @Override
        public Integer call() {
            JsonNode check = fleet.api()
                    .get(Service.INGEST, "/api/v1/models/" + Api.encode(name) + "/versions/" + version + "/check");
            output.print(check, "intact", "changed");
            return Api.as(check, ModelCheck.class).intact() ? ExitCodes.FINE : ExitCodes.BAD;
        }
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
