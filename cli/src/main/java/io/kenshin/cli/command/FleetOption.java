package io.kenshin.cli.command;

import io.kenshin.fleet.client.Api;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which fleet a command talks to. */
public final class FleetOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the fleet; the one started last by default. KENSHIN_INGEST_URL,"
                    + " KENSHIN_ANALYSIS_URL, KENSHIN_REMEDIATION_URL and KENSHIN_KAFKA name a fleet elsewhere.")
    private @Nullable Path data;

    Api api() {
        return Api.find(data);
    }

    @Nullable
    Path data() {
        return data;
    }
}
