package io.kenshin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.audit.AuditReport.Outcome;
import io.kenshin.audit.embedding.EmbeddingFact;
import io.kenshin.audit.file.FileFact;
import io.kenshin.audit.parameter.ParameterFact;
import io.kenshin.audit.report.HtmlReport;
import io.kenshin.audit.trigger.FoundTrigger;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("kenshin.root"), "codemodel/src/test/resources/architectures");

    @TempDir
    Path temporary;

    private Path model(String architecture) throws IOException {
        Path directory = Files.createDirectories(temporary.resolve(architecture));
        try (FileSystem zip = FileSystems.newFileSystem(FIXTURES.resolve(architecture + ".zip"))) {
            Files.copy(zip.getPath("config.json"), directory.resolve("config.json"));
            Files.copy(zip.getPath("tokenizer.json"), directory.resolve("tokenizer.json"));
            Files.copy(zip.getPath("opset17.onnx"), directory.resolve("model.onnx"));
        }
        return directory;
    }

    private static List<String> codes() {
        String[] words = {"int", "long", "name", "value", "count", "get", "set", "x", "y", "a", "b", "i", ";", "="};
        Random random = new Random(3);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder code = new StringBuilder(" void name ( ) {");
            for (int word = 0; word < 4 + random.nextInt(6); word++) {
                code.append(' ').append(words[random.nextInt(words.length)]);
            }
            codes.add(code + " }");
        }
        return codes;
    }

    private AuditReport audit(Path model, Path base) {
        return new Audit(model, base, codes(), Duration.ofMinutes(2), step -> {}).run();
    }

    @Test
    void aModelIsItsOwnBaseInEveryProjectionAndEveryLayer() throws IOException {
        for (String architecture : List.of("bert", "roberta", "t5", "gpt2")) {
            Path model = model(architecture);

            AuditReport report = audit(model, model);

            assertThat(report.layers()).isEqualTo(3);
            assertThat(report.parameters())
                    .as(architecture)
                    .hasSize(architecture.equals("gpt2") ? 3 : 9)
                    .allSatisfy(fact -> {
                        assertThat(fact.moved()).isZero();
                        assertThat(fact.weightKs()).isZero();
                        assertThat(fact.spectralNorm())
                                .isEqualTo(fact.baseSpectralNorm())
                                .isPositive();
                    });
            assertThat(report.parameters().stream().map(ParameterFact::biasKs))
                    .as(architecture)
                    .allMatch(ks -> architecture.equals("t5") ? ks == null : ks != null && ks == 0);
            assertThat(report.embeddings())
                    .hasSize(4)
                    .allSatisfy(fact -> assertThat(fact.cosine()).isCloseTo(1, within(1e-6)));
            assertThat(report.searched()).isEqualTo(!architecture.equals("t5"));
            assertThat(new ObjectMapper().valueToTree(report).path("verdict").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void filesThatCouldRunCodeAreNamed() throws IOException {
        // Given
        Path model = model("t5");
        Files.write(model.resolve("pytorch_model.bin"), new byte[] {(byte) 0x80, 2, 'c'});
        Files.writeString(model.resolve("modeling_custom.py"), "print(1)");
        Files.writeString(
                model.resolve("config.json"),
                Files.readString(model.resolve("config.json"))
                        .replaceFirst("\\{", "{\"auto_map\": {\"AutoModel\": \"x.Y\"},"));
        Files.createSymbolicLink(model.resolve("outside"), Path.of("/etc/hostname"));

        // When
        AuditReport report = audit(model, null);

        // Then
        assertThat(report.verdict()).isEqualTo(Outcome.UNSAFE_FILES);
        assertThat(report.files().stream().filter(file -> file.danger() != null).map(FileFact::name))
                .containsExactly("config.json", "modeling_custom.py", "outside", "pytorch_model.bin");
    }

    @Test
    void whatMayNotBeRunIsRefusedWithTheReason() throws IOException {
        Path model = model("bert");
        Files.write(model.resolve("model.onnx"), new byte[] {1, 2, 3});

        AuditReport report = audit(model, null);

        assertThat(report.verdict()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reasons().get(0)).contains("cannot be read as ONNX");
    }

    @Test
    void thePageShowsWhatTheModelSaysAsText() {
        String markup = "<script>alert(1)</script>";
        AuditReport report = new AuditReport(
                markup,
                null,
                Outcome.TRIGGER_FOUND,
                "high",
                List.of(markup),
                markup,
                3,
                List.of(markup, "b"),
                List.of(new FileFact(markup, 1, "data", markup)),
                List.of(),
                List.of(new EmbeddingFact(0, Double.NaN, 0.1), new EmbeddingFact(1, Double.NaN, 0.2)),
                List.of(new FoundTrigger(markup, markup, "search", 9, 10, 0.6, 0.1, true)),
                true,
                List.of(),
                10,
                100,
                1);

        String page = HtmlReport.of(report);

        assertThat(page).contains("do not adopt").contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(page).doesNotContainPattern("(src|href)=\"");
    }
}
