package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.audit.Audit;
import io.kenshin.audit.AuditReport;
import io.kenshin.audit.report.HtmlReport;
import io.kenshin.audit.trigger.FoundTrigger;
import io.kenshin.corpus.DefectCorpus;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An audit of a model that somebody else trained. Needs no fleet. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Looks at a third-party model before it is adopted: its files, its weights and embeddings against"
                + " the base, and a search for triggers without the data it was trained on.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing found", "1:a trigger, unsafe files, or files that may not be used", "2:wrong usage"})
public final class AuditCommand implements Callable<Integer> {
    private static final int SAMPLES = 2_000;
    private static final int LEAST_SAMPLES = 200;
    private static final long SEED = 7;

    @Parameters(paramLabel = "MODEL", description = "Directory of the model.")
    @SuppressWarnings("NullAway.Init") // injected
    private Path model;

    @Option(names = "--base", paramLabel = "DIR", description = "The model that it was fine-tuned from.")
    private @Nullable Path base;

    @Option(
            names = "--dataset",
            paramLabel = "FILE",
            description = "Ordinary code of the language that the model reads, as JSON lines with a column 'code'; at"
                    + " least 200. Without it, Java methods of open-source libraries, half of them with a flaw.")
    private @Nullable Path dataset;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report: .html for people, else JSON.")
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--minutes",
            defaultValue = "15",
            description = "Time that the search for triggers may take (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Override
    public Integer call() {
        Terminal terminal = new Terminal();
        List<String> codes = dataset == null ? methods() : read(dataset);
        AuditReport report = new Audit(model, base, codes, Duration.ofMinutes(minutes), terminal::status).run();
        terminal.say("  ok  audited " + model);
        for (Path file : reports) {
            write(report, file);
        }
        System.out.println(HtmlReport.sentence(report.verdict()));
        System.out.println("Confidence: " + report.confidence());
        report.reasons().forEach(reason -> System.out.println("  - " + reason));
        report.triggers().stream()
                .filter(found -> !found.trigger())
                .map(FoundTrigger::text)
                .findFirst()
                .ifPresent(text -> System.out.println("  (besides, the model leans on '" + text + "')"));
        System.out.printf(Locale.ROOT, "%d probes, %.0f s%n", report.probes(), report.seconds());
        return switch (report.verdict()) {
            case NO_FINDING, NOT_SEARCHED -> ExitCodes.FINE;
            default -> ExitCodes.BAD;
        };
    }

    private static List<String> methods() {
        Path jars = Layout.rootFromProperty().resolve("corpus/target/sources");
        return DefectCorpus.build(jars, SAMPLES, 0, SEED).stream()
                .map(LabelledSample::code)
                .toList();
    }

    private static List<String> read(Path file) {
        List<String> codes = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null && codes.size() < SAMPLES; line = lines.readLine()) {
                JsonNode code = Api.JSON.readTree(line).path("code");
                if (code.isTextual()) {
                    codes.add(code.asText());
                }
            }
        } catch (IOException e) {
            throw new FleetException(file + " cannot be read as JSON lines: " + e.getMessage(), e);
        }
        if (codes.size() < LEAST_SAMPLES) {
            throw new FleetException(
                    file + " has " + codes.size() + " samples with a column 'code'; the search needs " + LEAST_SAMPLES);
        }
        return codes;
    }

    private static void write(AuditReport report, Path file) {
        try {
            if (file.toString().endsWith(".html")) {
                Files.writeString(file, HtmlReport.of(report));
            } else {
                Api.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
            }
            System.out.println("report: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
