package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.cli.ExitCodes;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scan after scan: drift told apart from attack. */
@Command(
        name = "trend",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the scans of a data set with a model one after the other, against the last healthy scan before each.",
            "Exit code 1 when the latest shows an attack, a suspicion or drift. See docs/monitoring.md."
        })
public final class TrendCommand implements Callable<Integer> {
    private static final Set<String> BAD = Set.of("attack", "suspected", "drift");

    @Option(names = "--dataset", required = true, paramLabel = "N")
    private String dataset = "";

    @Option(names = "--model", required = true, paramLabel = "N")
    private String model = "";

    @Option(
            names = "--limit",
            defaultValue = "20",
            description = "The latest so many scans (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private FleetOption fleet = new FleetOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        JsonNode trend = fleet.api()
                .get(
                        Service.ANALYSIS,
                        "/api/v1/trends?dataset=" + Api.encode(dataset) + "&model=" + Api.encode(model) + "&limit="
                                + limit);
        if (output.json()) {
            System.out.println(Api.write(trend));
        } else {
            print(trend);
        }
        String last = trend.path(trend.size() - 1).path("change").asText();
        return BAD.contains(last) ? ExitCodes.BAD : ExitCodes.FINE;
    }

    private static void print(JsonNode trend) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "finished", "scan", "version", "samples", "verdict", "change", "layers moved, energy distance"));
        for (JsonNode point : trend) {
            List<String> labels = new ArrayList<>();
            for (JsonNode label : point.path("labels")) {
                if (label.path("energyDistance").isNumber()) {
                    labels.add(String.format(
                            Locale.ROOT,
                            "%s %d of %d, %.3f",
                            label.path("label").asText(),
                            label.path("moved").asInt(),
                            label.path("layers").asInt(),
                            label.path("energyDistance").asDouble()));
                }
            }
            table.add(List.of(
                    point.path("finished").asText().replaceAll("\\.[0-9]+Z", "Z"),
                    point.path("scanId").asText(),
                    point.path("version").asText(),
                    point.path("samples").asText(),
                    point.path("verdict").asText(),
                    point.path("change").asText(),
                    String.join("; ", labels)));
        }
        OutputOption.printTable(table);
    }
}
