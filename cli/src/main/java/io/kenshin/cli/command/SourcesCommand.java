package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where samples come from, and how far each source is trusted. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the sources of a data set, with what was quarantined of each and whether that is beyond chance.",
            "New samples of a source on probation wait for a healthy scan; those of a blocked one stay out."
        })
public final class SourcesCommand extends ServiceCommand {
    @Parameters(paramLabel = "DATASET")
    private String dataset = "";

    @ArgGroup
    private @Nullable Change change;

    @Option(names = "--reason", description = "why; needed for --probation and --block")
    private String reason = "";

    /** One of them. */
    static final class Change {
        @Option(names = "--probation", paramLabel = "SOURCE")
        private @Nullable String probation;

        @Option(names = "--block", paramLabel = "SOURCE")
        private @Nullable String block;

        @Option(
                names = "--trust",
                paramLabel = "SOURCE",
                description = "take its samples again, also those that were kept out")
        private @Nullable String trust;
    }

    @Override
    public Integer call() {
        Api api = fleet.api();
        String path = "/api/v1/datasets/" + Api.encode(dataset) + "/sources";
        JsonNode sources = change == null ? api.get(Service.INGEST, path) : set(api, path, change);
        output.print(
                sources,
                "name",
                "samples",
                "quarantined",
                "pValue",
                "beyondChance",
                "trust",
                "waiting",
                "blocked",
                "reason");
        return ExitCodes.FINE;
    }

    private JsonNode set(Api api, String path, Change change) {
        String name = change.probation != null ? change.probation : change.block != null ? change.block : change.trust;
        String trust = change.probation != null ? "probation" : change.block != null ? "blocked" : "trusted";
        return api.put(
                Service.INGEST,
                path + "?name=" + Api.encode(String.valueOf(name)),
                Map.of("trust", trust, "reason", reason));
    }
}
