package io.kenshin.audit.report;

import io.kenshin.audit.AuditReport;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ValueResolvers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The report as one page that needs nothing else. Everything that came from the model is shown as text. */
public final class HtmlReport {
    private HtmlReport() {}

    /** Formats a number of the report. */
    public interface Format {
        String of(@Nullable Double value);
    }

    public static String of(AuditReport report) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(ValueResolvers.rawResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .build();
        Format number = value -> value == null || value.isNaN() ? "–" : String.format(Locale.ROOT, "%.3f", value);
        Format percent = value -> value == null ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * value);
        return engine.parse(template(), io.quarkus.qute.Variant.forContentType("text/html"))
                .data("report", report)
                .data("verdict", sentence(report.verdict()))
                .data("tone", tone(report.verdict()))
                .data("seconds", String.format(Locale.ROOT, "%.0f", report.seconds()))
                .data("number", number)
                .data("percent", percent)
                .data("embeddingPlot", LayerPlot.svg(report.embeddings()))
                .render();
    }

    /** The verdict in one sentence. */
    public static String sentence(AuditReport.Outcome outcome) {
        return switch (outcome) {
            case REFUSED -> "Refused: the files may not be used.";
            case TRIGGER_FOUND -> "A trigger was found: do not adopt this model.";
            case UNSAFE_FILES -> "No trigger was found, but files beside the graph could do harm.";
            case NO_FINDING -> "Nothing was found.";
            case NOT_SEARCHED -> "Nothing was found; triggers were not searched, because the model has no head.";
        };
    }

    private static String tone(AuditReport.Outcome outcome) {
        return switch (outcome) {
            case REFUSED, TRIGGER_FOUND -> "bad";
            case UNSAFE_FILES, NOT_SEARCHED -> "warn";
            case NO_FINDING -> "good";
        };
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("/audit/report.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
