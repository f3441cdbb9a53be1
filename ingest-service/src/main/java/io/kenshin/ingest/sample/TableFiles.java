package io.kenshin.ingest.sample;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads samples from Parquet and CSV files through DuckDB, row by row in bounded memory. */
final class TableFiles {
    private TableFiles() {}

    static void readParquet(Path file, Columns columns, Intake intake) {
        read(file, "select * from read_parquet(?)", columns, intake, false);
    }

    static void readCsv(Path file, Columns columns, Intake intake) {
        read(
                file,
                "select * from read_csv(?, header = true, all_varchar = true, store_rejects = true,"
                        + " max_line_size = 1048576)",
                columns,
                intake,
                true);
    }

    private static void read(Path file, String query, Columns columns, Intake intake, boolean rejects) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement settings = connection.createStatement()) {
            settings.execute("set memory_limit = '512MB'");
            settings.execute("set threads = 1");
            settings.execute("set autoinstall_known_extensions = false");
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setString(1, file.toString());
                try (ResultSet rows = select.executeQuery()) {
                    take(rows, columns, intake);
                }
            }
            if (rejects) {
                try (ResultSet bad = settings.executeQuery(
                        "select line, error_message, csv_line from reject_errors order by line")) {
                    while (bad.next()) {
                        intake.reject(bad.getLong(1), bad.getString(2), String.valueOf(bad.getString(3)));
                    }
                }
            }
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
            throw new KenshinException(ErrorCode.INVALID_INPUT, "the file cannot be read: " + message, e);
        }
    }

    private static void take(ResultSet rows, Columns columns, Intake intake) throws SQLException {
        List<String> names = new ArrayList<>();
        ResultSetMetaData data = rows.getMetaData();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            names.add(data.getColumnName(i));
        }
        for (String needed : new String[] {columns.code, columns.label}) {
            if (!names.contains(needed)) {
                throw new KenshinException(
                        ErrorCode.INVALID_INPUT,
                        "no column '" + needed + "'; the file has " + names + ": name them with code= and label=");
            }
        }
        long row = 0;
        while (rows.next()) {
            row++;
            Parts parts = new Parts(
                    text(rows, names, columns.code),
                    text(rows, names, columns.label),
                    text(rows, names, columns.id),
                    text(rows, names, columns.source),
                    text(rows, names, columns.split),
                    text(rows, names, columns.language));
            intake.take(row, parts);
        }
    }

    private static @Nullable String text(ResultSet rows, List<String> names, @Nullable String column)
            throws SQLException {
        int index = names.indexOf(column);
        return index < 0 ? null : rows.getString(index + 1);
    }
}
