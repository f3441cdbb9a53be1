package io.kenshin.audit.report;

import io.kenshin.audit.AuditReport;
import java.util.Locale;
import java.util.Map;
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
        Format number = value -> value == null || value.isNaN() ? "–" : String.format(Locale.ROOT, "%.3f", value);
        Format percent = value -> value == null ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * value);
        return Page.render(
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream("/audit/report.html")),
                Map.of(
                        "report", report,
                        "verdict", sentence(report.verdict()),
                        "tone", tone(report.verdict()),
                        "seconds", String.format(Locale.ROOT, "%.0f", report.seconds()),
                        "number", number,
                        "percent", percent,
                        "embeddingPlot", LayerPlot.svg(report.embeddings())));
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
}
