package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.rest.IntakeResult;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Data sets. */
@Command(
        name = "dataset",
        mixinStandardHelpOptions = true,
        description = "Imports, exports, lists and deletes data sets.",
        subcommands = {
            DatasetCommand.Import.class,
            DatasetCommand.Export.class,
            DatasetCommand.ListAll.class,
            DatasetCommand.Delete.class
        })
public final class DatasetCommand {
    private static final int SHOWN = 10;
    private static final int MANIFEST_BYTES = 4096;

    /** Imports a file. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Imports samples from a .jsonl, .csv or .parquet file. Importing again counts nothing twice.")
    static final class Import extends ServiceCommand {
        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--name", required = true, description = "Name of the data set")
        private String name = "";

        @Option(names = "--labels", split = ",", description = "Declare the labels; others are then rejected")
        private List<String> labels = List.of();

        @Option(names = "--language", description = "Declare the language of samples that name none: java, c++, …")
        private @Nullable String language;

        @Option(
                names = "--sha256",
                paramLabel = "HEX",
                description = "What the file's digest must be (default: what FILE.sha256 says, if there is one)")
        private @Nullable String sha256;

        @Option(names = "--code", defaultValue = "code", description = "Column of the code (default: ${DEFAULT-VALUE})")
        private String code = "code";

        @Option(
                names = "--label",
                defaultValue = "label",
                description = "Column of the label (default: ${DEFAULT-VALUE})")
        private String label = "label";

        @Option(names = "--id", defaultValue = "id", description = "Column of your own id (default: ${DEFAULT-VALUE})")
        private String id = "id";

        @Option(
                names = "--source",
                defaultValue = "source",
                description = "Column of the source (default: ${DEFAULT-VALUE})")
        private String source = "source";

        @Option(
                names = "--split",
                defaultValue = "split",
                description = "Column with train or test (default: ${DEFAULT-VALUE})")
        private String split = "split";

        @Option(
                names = "--language-column",
                defaultValue = "language",
                description = "Column of the language (default: ${DEFAULT-VALUE})")
        private String languageColumn = "language";

        @Override
        public Integer call() throws IOException {
            if (!Files.isRegularFile(file)) {
                System.err.println("kenshin: no file at " + file);
                return ExitCodes.USAGE;
            }
            Api api = fleet.api();
            Map<String, Object> declared = declared();
            if (!declared.isEmpty()) {
                api.put(Service.INGEST, "/api/v1/datasets/" + Api.encode(name), declared);
            }
            String query = "?format=" + format(file) + "&code=" + Api.encode(code) + "&label=" + Api.encode(label)
                    + "&id=" + Api.encode(id) + "&source=" + Api.encode(source) + "&split=" + Api.encode(split)
                    + "&language=" + Api.encode(languageColumn);
            String expected = sha256 == null ? manifest(file) : sha256;
            query += expected == null ? "" : "&sha256=" + Api.encode(expected);
            JsonNode result =
                    api.upload(Service.INGEST, "/api/v1/datasets/" + Api.encode(name) + "/files" + query, file);
            output.print(result, "dataset", "accepted", "rejected");
            IntakeResult taken = Api.as(result, IntakeResult.class);
            if (!output.json()) {
                taken.rejections().stream()
                        .limit(SHOWN)
                        .forEach(each -> System.err.println("  line " + each.line() + ": " + each.reason()));
                if (taken.rejections().size() > SHOWN) {
                    System.err.println("  and more; -o json shows them, kenshin.samples.dead-letter keeps them");
                }
            }
            return taken.rejected() > 0 ? ExitCodes.BAD : ExitCodes.FINE;
        }

        /** What is said of the data set as a whole. */
        private Map<String, Object> declared() {
            Map<String, Object> declared = new HashMap<>();
            if (!labels.isEmpty()) {
                declared.put("labels", labels);
            }
            if (language != null) {
                declared.put("language", language);
            }
            return declared;
        }
    }

    /** The digest in the manifest beside the file, as sha256sum writes it. */
    private static @Nullable String manifest(Path file) throws IOException {
        Path manifest = file.resolveSibling(file.getFileName() + ".sha256");
        if (!Files.isRegularFile(manifest)) {
            return null;
        }
        if (Files.size(manifest) > MANIFEST_BYTES) {
            throw new ApiException(400, manifest + " is no manifest: it is larger than a digest and a name");
        }
        return Files.readString(manifest).strip().split("\\s+", 2)[0];
    }

    static String format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") ? "csv" : name.endsWith(".parquet") ? "parquet" : "jsonl";
    }

    /** Writes what may be trained on. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the clean samples as JSON lines: what may be trained on, without what is in quarantine or waits.",
                "The file appears when it is whole."
            })
    static final class Export implements Callable<Integer> {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Option(names = "--out", paramLabel = "FILE", description = "default: NAME.jsonl")
        private @Nullable Path out;

        @Option(names = "--split", defaultValue = "train", description = "train or test (default: ${DEFAULT-VALUE})")
        private String split = "";

        @Mixin
        private FleetOption fleet = new FleetOption();

        @Override
        public Integer call() throws IOException {
            Path file = out == null ? Path.of(name + ".jsonl") : out;
            String path = "/api/v1/datasets/" + Api.encode(name) + "/export?split=" + Api.encode(split);
            fleet.api().download(Service.INGEST, path, file);
            try (Stream<String> lines = Files.lines(file)) {
                System.out.println(lines.count() + " samples in " + file);
            }
            return ExitCodes.FINE;
        }
    }

    /** Lists data sets. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists data sets.")
    static final class ListAll extends ServiceCommand {
        @Override
        public Integer call() {
            output.print(fleet.api().get(Service.INGEST, "/api/v1/datasets"), "name", "samples", "states", "byLabel");
            return ExitCodes.FINE;
        }
    }

    /** Deletes one. */
    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = {
                "Deletes a data set with its scans, reports, cases and schedules. There is no way back.",
                "Model versions stay; records on the topics go with their retention."
            })
    static final class Delete implements Callable<Integer> {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Option(names = "--confirm", required = true, paramLabel = "NAME", description = "The name once more")
        private String confirm = "";

        @Mixin
        private FleetOption fleet = new FleetOption();

        @Override
        public Integer call() {
            fleet.api()
                    .delete(Service.INGEST, "/api/v1/datasets/" + Api.encode(name) + "?confirm=" + Api.encode(confirm));
            return ExitCodes.FINE;
        }
    }
}
