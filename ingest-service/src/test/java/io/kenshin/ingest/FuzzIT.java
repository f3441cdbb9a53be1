package io.kenshin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.RestFuzzer;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that nobody means; {@code -Dkenshin.fuzz=10000} sends so many. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class FuzzIT {
    private static final int LINES = 20;

    @TestHTTPResource
    String url;

    @Test
    void whateverIsSentIsAnsweredAndNothingBreaks() throws IOException, InterruptedException {
        RestFuzzer fuzzer = new RestFuzzer(url, 1);

        assertThat(fuzzer.run(Integer.getInteger("kenshin.fuzz", 500))).isEmpty();
    }

    /** Files of every format with bytes that are others, or cut: none is answered by 500, and no good line is lost. */
    @Test
    void whateverAFileHoldsItsGoodLinesAreTaken(@TempDir Path directory) throws IOException, SQLException {
        Random random = new Random(2);
        Path parquet = directory.resolve("x.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select 'int p' || i || ';' as code, 'clean' as label from range(50) t(i)) to '"
                    + parquet + "' (format parquet)");
        }
        byte[] table = Files.readAllBytes(parquet);
        byte[] csv = "code,label\n\"int c1;\",clean\n\"int \"\"c2\"\",\nx;\",clean\n".getBytes(StandardCharsets.UTF_8);
        int files = Math.max(50, Integer.getInteger("kenshin.fuzz", 0) / 3);
        int good = 0;
        for (int i = 0; i < files; i++) {
            assertThat(sent("parquet", spoilt(table, random)).statusCode()).isLessThan(500);
            assertThat(sent("csv", spoilt(csv, random)).statusCode()).isLessThan(500);

            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (int line = 0; line < LINES; line++) {
                byte[] sample = ("{\"code\": \"int g" + i + "_" + line + ";\", \"label\": \"clean\"}")
                        .getBytes(StandardCharsets.UTF_8);
                boolean spoil = random.nextBoolean();
                lines.writeBytes(spoil ? spoilt(sample, random) : sample);
                lines.write('\n');
                good += spoil ? 0 : 1;
            }
            assertThat(sent("jsonl", lines.toByteArray()).statusCode()).isLessThan(500);
        }
        int atLeast = good;
        Wait.until(
                "the good lines",
                Duration.ofMinutes(2),
                () -> given().get("/api/v1/datasets/fuzz-jsonl").jsonPath().getInt("samples") >= atLeast);
    }

    private static Response sent(String format, byte[] body) {
        return given().contentType("application/octet-stream")
                .body(body)
                .post("/api/v1/datasets/fuzz-" + format + "/files?format=" + format);
    }

    /** With some bytes changed, but for the ends of lines, or with its end cut off. */
    private static byte[] spoilt(byte[] body, Random random) {
        byte[] spoilt = random.nextInt(4) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body.clone();
        for (int i = random.nextInt(8); i > 0 && spoilt.length > 0; i--) {
            byte other = (byte) random.nextInt(256);
            spoilt[random.nextInt(spoilt.length)] = other == '\n' ? 0 : other;
        }
        return spoilt;
    }
}
