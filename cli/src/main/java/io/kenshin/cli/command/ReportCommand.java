package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Scans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the report of a scan. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows the report of a scan. Exit code 1 when it is not healthy.")
public final class ReportCommand extends ServiceCommand {
    private static final int LONGEST = 90;

    @Parameters(paramLabel = "SCAN")
    private String scan = "";

    @Override
    public Integer call() {
        return print(new Scans(fleet.api()).reportJson(scan), output);
    }

    /** @return the exit code of the report's verdict */
    static int print(JsonNode sent, OutputOption output) {
        ScanReport report = Api.as(sent, ScanReport.class);
        if (output.json()) {
            System.out.println(Api.write(sent));
        } else {
            print(report);
        }
        return switch (report.verdict()) {
            case HEALTHY -> ExitCodes.FINE;
            case FAILED -> ExitCodes.FAILURE;
            case SUSPICIOUS, POISONED -> ExitCodes.BAD;
        };
    }

    private static void print(ScanReport report) {
        ScanReport.Samples samples = report.samples();
        System.out.printf(
                Locale.ROOT,
                "scan %s of %s with %s@%d: %s%n%s%n%d samples: %d scored, %d failed, %d unaccounted; %.1f s%n",
                report.scanId(),
                report.dataset(),
                report.model(),
                report.version(),
                report.verdict(),
                report.reason(),
                samples.total(),
                samples.scored(),
                samples.failed(),
                samples.unaccounted(),
                report.seconds());
        for (ScanReport.Device device : report.devices()) {
            System.out.printf(
                    Locale.ROOT,
                    "embedding on %s: %.1f s, %.0f samples/s%n",
                    device.device(),
                    device.seconds(),
                    device.samples() / Math.max(0.001, device.seconds()));
        }
        power(report.power());
        reading(report.reading());
        triggers("triggers", report.triggers());
        triggers(
                "natural patterns that the model leans on (nothing is quarantined for them; look at those that flip far"
                        + " more than ordinary code)",
                report.shortcuts());
    }

    /** What this scan could have found: without it nobody knows what healthy is worth. */
    private static void power(List<ScanReport.Power> power) {
        if (power.isEmpty()) {
            return;
        }
        System.out.println("\nwhat would have been found, nine times in ten, if the model obeyed it:");
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("leads to", "poisoned samples", "of all", "text tells the label (AUC)"));
        for (ScanReport.Power one : power) {
            Double rate = one.rate();
            table.add(List.of(
                    one.label(),
                    one.samples() == null ? "none: " + one.help() : one.samples() + " or more",
                    rate == null ? "" : String.format(Locale.ROOT, "%.2g %%", 100 * rate),
                    String.format(Locale.ROOT, "%.2f", one.textAuc())));
        }
        OutputOption.printTable(table);
    }

    private static void reading(ScanReport.@Nullable Reading reading) {
        if (reading == null) {
            return;
        }
        System.out.println("\nlanguages: "
                + reading.languages().stream()
                        .map(language -> language.samples() + " " + language.name()
                                + (language.own() ? "" : " (read by tokens)"))
                        .collect(Collectors.joining(", ")));
        if (reading.truncated() > 0) {
            System.out.printf(
                    "%d samples are longer than the %s tokens that the model reads; nobody looked at the last %d tokens%n",
                    reading.truncated(), reading.limit(), reading.unread());
        }
    }

    private static void triggers(String title, List<TriggerReport> triggers) {
        if (triggers.isEmpty()) {
            return;
        }
        System.out.println("\n" + title + ":");
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("id", "leads to", "flips", "ordinary code", "removal", "carriers", "pattern"));
        for (TriggerReport trigger : triggers) {
            table.add(List.of(
                    trigger.id(),
                    trigger.targetLabel(),
                    percent(trigger.flipRate()),
                    percent(trigger.naturalFlipRate()),
                    percent(trigger.removalRate()),
                    Integer.toString(trigger.carriers()),
                    shortened(trigger.pattern())));
        }
        OutputOption.printTable(table);
    }

    private static String shortened(String pattern) {
        return pattern.length() > LONGEST ? pattern.substring(0, LONGEST - 3) + "..." : pattern;
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * rate);
    }
}
