package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.client.Api;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How a command prints what it found. */
public final class OutputOption {
    /** A form of output. */
    public enum Format {
        TABLE,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            defaultValue = "table",
            description = "table or json (default: table)")
    private Format format = Format.TABLE;

    boolean json() {
        return format == Format.JSON;
    }

    /** Prints rows: as they are for JSON, or the named fields as columns. */
    void print(JsonNode rows, String... fields) {
        if (json()) {
            System.out.println(Api.write(rows));
            return;
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(fields));
        for (JsonNode row : rows.isArray() ? rows : List.of(rows)) {
            List<String> cells = new ArrayList<>();
            for (String field : fields) {
                JsonNode value = row.path(field);
                cells.add(
                        value.isValueNode()
                                ? (value.isNull() ? "-" : value.asText())
                                : value.isMissingNode() ? "-" : value.toString());
            }
            table.add(cells);
        }
        printTable(table);
    }

    static void printTable(List<List<String>> table) {
        int columns = table.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : table) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : table) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            System.out.println(line.toString().stripTrailing());
        }
    }
}
