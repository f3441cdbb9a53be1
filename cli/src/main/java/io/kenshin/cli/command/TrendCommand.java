package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.rest.TrendPoint;
import io.kenshin.contracts.scan.Change;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scan after scan: drift told apart from attack. */
@Command(
        name = "trend",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the scans of a data set with a model one after the other, against the last healthy scan before each.",
            "Exit code 1 when the latest shows an attack, a suspicion or drift. See docs/monitoring.md."
        })
public final class TrendCommand extends ServiceCommand {
    private static final Set<Change> BAD = EnumSet.of(Change.ATTACK, Change.SUSPECTED, Change.DRIFT);

    @Option(names = "--dataset", required = true, paramLabel = "N")
    private String dataset = "";

    @Option(names = "--model", required = true, paramLabel = "N")
    private String model = "";

    @Option(
            names = "--limit",
            defaultValue = "20",
            description = "The latest so many scans (default: ${DEFAULT-VALUE})")
    private int limit;

    @Override
    public Integer call() {
        JsonNode sent = fleet.api()
                .get(
                        Service.ANALYSIS,
                        "/api/v1/trends?dataset=" + Api.encode(dataset) + "&model=" + Api.encode(model) + "&limit="
                                + limit);
        List<TrendPoint> trend = Api.all(sent, TrendPoint.class);
        if (output.json()) {
            System.out.println(Api.write(sent));
        } else {
            print(trend);
        }
        boolean bad =
                !trend.isEmpty() && BAD.contains(trend.get(trend.size() - 1).change());
        return bad ? ExitCodes.BAD : ExitCodes.FINE;
    }

    private static void print(List<TrendPoint> trend) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "finished", "scan", "version", "samples", "verdict", "change", "layers moved, energy distance"));
        for (TrendPoint point : trend) {
            table.add(List.of(
                    point.finished().truncatedTo(ChronoUnit.SECONDS).toString(),
                    point.scanId(),
                    Integer.toString(point.version()),
                    Integer.toString(point.samples()),
                    Api.word(point.verdict()),
                    Api.word(point.change()),
                    point.labels().stream()
                            .map(TrendCommand::moved)
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining("; "))));
        }
        OutputOption.printTable(table);
    }

    private static Optional<String> moved(TrendPoint.Label label) {
        return Optional.ofNullable(label.energyDistance())
                .map(distance -> String.format(
                        Locale.ROOT, "%s %d of %d, %.3f", label.label(), label.moved(), label.layers(), distance));
    }
}
