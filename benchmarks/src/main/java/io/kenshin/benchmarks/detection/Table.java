package io.kenshin.benchmarks.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of a page in Markdown, and how figures are written in one. */
public final class Table {
    private final StringBuilder text = new StringBuilder();

    public Table(List<String> columns) {
        row(columns.toArray());
        text.append('|').append("---|".repeat(columns.size())).append('\n');
    }

    public Table(String... columns) {
        this(Arrays.asList(columns));
    }

    public Table row(Object... cells) {
        text.append(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    public static String percent(double part) {
        return decimals(part * 100, 2) + " %";
    }

    public static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
