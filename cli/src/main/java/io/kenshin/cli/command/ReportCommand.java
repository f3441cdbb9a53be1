package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.cli.ExitCodes;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the report of a scan. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows the report of a scan. Exit code 1 when it is not healthy.")
public final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCAN")
    private String scan = "";

    @Mixin
    private FleetOption fleet = new FleetOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        return print(fleet.api().get(Service.ANALYSIS, "/api/v1/scans/" + Api.encode(scan) + "/report"), output);
    }

    static int print(JsonNode report, OutputOption output) {
        String verdict = report.path("verdict").asText();
        if (output.json()) {
            System.out.println(Api.write(report));
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "scan %s of %s with %s@%d: %s%n%s%n%d samples: %d scored, %d failed, %d unaccounted; %.1f s%n",
                    report.path("scanId").asText(),
                    report.path("dataset").asText(),
                    report.path("model").asText(),
                    report.path("version").asInt(),
                    verdict.toUpperCase(Locale.ROOT),
                    report.path("reason").asText(),
                    report.path("samples").path("total").asInt(),
                    report.path("samples").path("scored").asInt(),
                    report.path("samples").path("failed").asInt(),
                    report.path("samples").path("unaccounted").asInt(),
                    report.path("seconds").asDouble());
            for (JsonNode device : report.path("devices")) {
                double seconds = device.path("seconds").asDouble();
                System.out.printf(
                        Locale.ROOT,
                        "embedding on %s: %.1f s, %.0f samples/s%n",
                        device.path("device").asText(),
                        seconds,
                        device.path("samples").asInt() / Math.max(0.001, seconds));
            }
            triggers("triggers", report.path("triggers"));
            triggers("natural patterns that the model leans on (nothing is done about them)", report.path("shortcuts"));
        }
        return switch (verdict) {
            case "healthy" -> ExitCodes.FINE;
            case "failed" -> ExitCodes.FAILURE;
            default -> ExitCodes.BAD;
        };
    }

    private static void triggers(String title, JsonNode triggers) {
        if (triggers.isEmpty()) {
            return;
        }
        System.out.println("\n" + title + ":");
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("id", "leads to", "flips", "ordinary code", "removal", "carriers", "pattern"));
        for (JsonNode trigger : triggers) {
            String pattern = trigger.path("pattern").asText();
            table.add(List.of(
                    trigger.path("id").asText(),
                    trigger.path("targetLabel").asText(),
                    percent(trigger.path("flipRate")),
                    percent(trigger.path("naturalFlipRate")),
                    percent(trigger.path("removalRate")),
                    trigger.path("carriers").asText(),
                    pattern.length() > 90 ? pattern.substring(0, 87) + "..." : pattern));
        }
        OutputOption.printTable(table);
    }

    private static String percent(JsonNode rate) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * rate.asDouble());
    }
}
