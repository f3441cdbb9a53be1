package io.kenshin.ingest.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads samples from newline-delimited JSON. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonLines() {}

    static void read(InputStream in, Columns columns, Intake intake) throws IOException {
        LineReader lines = new LineReader(in);
        LineReader.Line line;
        while ((line = lines.next()) != null) {
            if (line.fault() != null) {
                intake.reject(line.number(), line.fault(), line.text());
            } else if (!line.text().isBlank()) {
                take(line, columns, intake);
            }
        }
    }

    private static void take(LineReader.Line line, Columns columns, Intake intake) {
        JsonNode node;
        try {
            node = JSON.readTree(line.text());
        } catch (JsonProcessingException e) {
            intake.reject(line.number(), "not JSON: " + e.getOriginalMessage(), line.text());
            return;
        }
        if (!node.isObject()) {
            intake.reject(line.number(), "not a JSON object", line.text());
            return;
        }
        Parts parts = new Parts(
                text(node, columns.code),
                text(node, columns.label),
                text(node, columns.id),
                text(node, columns.source),
                text(node, columns.split),
                text(node, columns.language));
        intake.take(line.number(), parts);
    }

    private static @Nullable String text(JsonNode node, @Nullable String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
