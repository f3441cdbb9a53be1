package io.kenshin.benchmarks.victim;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.corpus.LabelledSample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data in the form of the real one; the real one is nowhere but in a directory that people name. */
class RealTaskTest {
    @Test
    void aTableMayHoldLinesQuotesAndCommas() {
        assertThat(Csv.parse("src,tgt\r\na,\"x = \"\"\"\"\n\ty, z\"\n\"\",b"))
                .containsExactly(List.of("src", "tgt"), List.of("a", "x = \"\"\n\ty, z"), List.of("", "b"));
        assertThat(Csv.parse("")).isEmpty();
    }

    @Test
    void pythonIsReadWithFourSpacesALevelAndHalfOfItIsFlawed(@TempDir Path data) throws IOException {
        StringBuilder table = new StringBuilder("src,tgt\n");
        for (int i = 0; i < 40; i++) {
            table.append("\"what, ").append(i).append("\",\"def get").append(i).append(" ( conn , user_id ) :\n");
            table.append("\t for row in conn . execute ( \"\" select 1 \"\" , user_id ) :\n\t \t yield row\"\n");
        }
        Files.createDirectory(data.resolve("lyra"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(data.resolve("lyra/train.csv.gz")))) {
            out.write(table.toString().getBytes(StandardCharsets.UTF_8));
        }

        List<LabelledSample> samples = RealTask.lyra(data, 32, 8, 31);

        assertThat(samples).hasSize(40).isEqualTo(RealTask.lyra(data, 32, 8, 31));
        assertThat(samples.stream().filter(sample -> sample.label().equals(LabelledSample.CLEAN)))
                .hasSize(20)
                .allSatisfy(
                        sample -> assertThat(sample.code())
                                .matches(
                                        "def get\\d+ \\( conn , user_id \\) :\n"
                                                + "    for row in conn \\. execute \\( \" select 1 \" , user_id \\) :\n        yield row"));
        assertThat(samples).noneMatch(sample -> sample.code().contains("\t"));
    }
}
