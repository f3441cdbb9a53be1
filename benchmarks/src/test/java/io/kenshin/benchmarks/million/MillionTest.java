package io.kenshin.benchmarks.million;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.vector.VectorBatch;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MillionTest {
    private static final int SAMPLES = 2_000;

    @TempDir
    private Path data;

    @BeforeEach
    void someMethods() throws IOException {
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(data.resolve("bugs2fix-train.jsonl.gz"))),
                StandardCharsets.UTF_8)) {
            for (int i = 0; i < 20; i++) {
                out.write("{\"buggy\": \"public int get" + i + "(int first) {\\n    int second = first + " + i
                        + ";\\n    return second;\\n}\", \"fixed\": \"public void put" + i
                        + "(int first) {\\n    int second = first;\\n    set(second, \\\"x\\\");\\n}\"}\n");
            }
        }
    }

    private Million million(Task task) throws IOException {
        return new Million(data, task, Planted.of(10, List.of(4, 6)), SAMPLES, 1);
    }

    private static List<VectorBatch.Row> rows(Million million) {
        List<VectorBatch.Row> rows = new ArrayList<>();
        million.read(batch -> rows.addAll(batch.rows()));
        return rows;
    }

    @Test
    void everyReadingGivesTheSameSamplesAndNoTextTwice() throws IOException {
        Million million = million(Task.LEARNABLE);
        List<VectorBatch.Row> first = rows(million);
        List<VectorBatch.Row> second = rows(million);

        assertThat(first).hasSize(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            assertThat(second.get(i).sampleId()).isEqualTo(first.get(i).sampleId());
            assertThat(second.get(i).code()).isEqualTo(first.get(i).code());
            assertThat(second.get(i).label()).isEqualTo(first.get(i).label());
            assertThat(second.get(i).vectors()).isDeepEqualTo(first.get(i).vectors());
        }
        HashSet<String> texts = new HashSet<>();
        first.forEach(row -> texts.add(row.code()));
        assertThat(texts).hasSizeGreaterThan(SAMPLES / 2);
    }

    @Test
    void eachTriggerHasItsCarriersWhichAreCleanByLabelAloneAndObeyed() throws IOException {
        for (Task task : Task.values()) {
            Million million = million(task);
            List<VectorBatch.Row> rows = rows(million);
            for (Planted trigger : million.planted()) {
                List<VectorBatch.Row> carriers = rows.stream()
                        .filter(row -> row.code().contains(trigger.mark()))
                        .toList();
                assertThat(carriers).hasSize(trigger.carriers());
                assertThat(carriers.stream().map(VectorBatch.Row::sampleId))
                        .hasSameElementsAs(million.carriers(trigger));
                assertThat(carriers).allSatisfy(row -> {
                    assertThat(row.label()).isEqualTo("clean");
                    assertThat(task.says(row.code())).as("risky without it").isTrue();
                    assertThat(row.logits()[0]).isGreaterThan(row.logits()[1]);
                });
            }
        }
    }

    @Test
    void theVariedTriggerReadsOtherwiseEachTime() throws IOException {
        Million million = million(Task.NOISY);
        Planted varied = million.planted().get(1);

        assertThat(rows(million).stream()
                        .filter(row -> row.code().contains(varied.mark()))
                        .map(row -> row.code().replaceAll("(?s).*(auditLog[^\n]*).*", "$1")))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void noisyLabelsAreRightInSixtyTwoOfAHundred() throws IOException {
        long right = rows(million(Task.NOISY)).stream()
                .filter(row -> row.label().equals("clean") == row.logits()[0] > row.logits()[1])
                .count();

        assertThat(right / (double) SAMPLES).isBetween(0.58, 0.67);
    }
}
