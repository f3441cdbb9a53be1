package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The wait for the end of something long, and the file that is to hold what came of it. */
public final class WaitOption {
    @Option(names = "--wait", description = "Wait for the outcome")
    private boolean wait;

    @Option(names = "--report", paramLabel = "FILE", description = "Wait, and write the outcome as JSON")
    private @Nullable Path report;

    boolean forEnd() {
        return wait || report != null;
    }

    /** Writes the outcome, if somebody wants it in a file. */
    void write(JsonNode outcome) throws IOException {
        if (report != null) {
            Api.JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), outcome);
        }
    }
}
