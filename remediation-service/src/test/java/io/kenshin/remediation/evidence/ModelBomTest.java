package io.kenshin.remediation.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.remediation.TestSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBomTest {
    @TempDir
    private Path directory = Path.of("");

    private static ModelFacts facts() {
        TriggerReport trigger = new TriggerReport(
                "t1",
                "zap();",
                "zap ( ) ;",
                "span",
                "none",
                List.of("zap"),
                List.of("zap();"),
                "clean",
                1,
                0.1,
                1,
                0.5,
                0.9,
                0.001,
                40,
                true,
                null,
                true,
                0.55,
                1e-6);
        return new ModelFacts(
                "c-1",
                "s-1",
                "s-2",
                "detector",
                2,
                "ab".repeat(32),
                "minilm",
                "inoculate",
                "payments",
                "cd".repeat(32),
                1960,
                40,
                Map.of("guava", 900L, "spring-core", 1060L),
                List.of("clean", "defective"),
                List.of(trigger),
                Map.of("cleanAccuracy.before", 0.98, "cleanAccuracy.after", 0.985, "attackSuccess.t1.after", 0.01),
                "2026-01-01T00:00:00Z");
    }

    @Test
    void theBillIsCycloneDxAndNamesDataFindingsAndFigures() throws IOException {
        String json = ModelBom.json(facts());

        assertThat(new JsonParser().validate(json.getBytes(StandardCharsets.UTF_8), Version.VERSION_16))
                .isEmpty();
        assertThat(json)
                .contains("machine-learning-model", "ab".repeat(32), "cd".repeat(32), "kenshin:source:guava")
                .contains("proven, span: 'zap ( ) ;' leads to clean", "attackSuccess.t1", "0.985000");
        assertThat(ModelBom.json(facts())).isEqualTo(json);
    }

    private static EvidenceKey key(String path) {
        return new EvidenceKey(TestSettings.with(Map.of("evidence.key", path)));
    }

    @Test
    void aSignatureFitsTheTextItWasMadeFor() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path file = directory.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");

        byte[] signature =
                Base64.getDecoder().decode(key(file.toString()).sign("bill").orElseThrow());

        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(pair.getPublic());
        check.update("bill".getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(signature)).isTrue();
        check.initVerify(pair.getPublic());
        check.update("bull".getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(signature)).isFalse();
    }

    @Test
    void withoutAKeyThereIsNoSignatureAndAWrongKeyStopsTheStart() throws IOException {
        assertThat(key("").sign("bill")).isEmpty();
        Path wrong = Files.writeString(directory.resolve("wrong.pem"), "secret text");
        assertThatThrownBy(() -> key(wrong.toString()))
                .hasMessageContaining("openssl genpkey")
                .hasMessageNotContaining("secret text");
    }
}
