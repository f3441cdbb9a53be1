package io.kenshin.cli.command;

import io.kenshin.fleet.client.Api;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a long list is wanted. */
public final class FilterOption {
    @Option(names = "--state", description = "Only those in this state, as the list shows it")
    private @Nullable String state;

    @Option(names = "--model", paramLabel = "N", description = "Only those of this model")
    private @Nullable String model;

    @Option(names = "--dataset", paramLabel = "N", description = "Only those of this data set")
    private @Nullable String dataset;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "Most of them, the latest first (default: ${DEFAULT-VALUE})")
    private int limit;

    /** What follows the path of the list. */
    String query() {
        return "?limit=" + limit + only("state", state) + only("model", model) + only("dataset", dataset);
    }

    private static String only(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + Api.encode(value);
    }
}
