package io.kenshin.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static List<LineReader.Line> lines(byte[] bytes) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(bytes));
        List<LineReader.Line> lines = new ArrayList<>();
        LineReader.Line line;
        while ((line = reader.next()) != null) {
            lines.add(line);
        }
        return lines;
    }

    @Test
    void linesAreNumberedFromOneAndTheLastNeedsNoEnd() throws IOException {
        assertThat(lines("a\n\nü".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new LineReader.Line(1, "a", null),
                        new LineReader.Line(2, "", null),
                        new LineReader.Line(3, "ü", null));
        assertThat(lines(new byte[0])).isEmpty();
    }

    @Test
    void aLineThatIsTooLongOrNoTextCostsNoOther() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("x".repeat(LineReader.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes("x".repeat(LineReader.MAX_BYTES).getBytes(StandardCharsets.UTF_8));

        List<LineReader.Line> lines = lines(bytes.toByteArray());

        assertThat(lines).extracting(LineReader.Line::number).containsExactly(1L, 2L, 3L);
        assertThat(lines.get(0).fault()).contains("1048577 bytes");
        assertThat(lines.get(0).text()).hasSize(1024);
        assertThat(lines.get(1).fault()).isEqualTo("not valid UTF-8");
        assertThat(lines.get(2).fault()).isNull();
    }
}
