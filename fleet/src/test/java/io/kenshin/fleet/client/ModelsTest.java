package io.kenshin.fleet.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    private static final String VERSIONS = "/api/v1/models/my+model/versions";

    @TempDir
    private Path directory;

    private AnsweringServices services;

    @BeforeEach
    void start() throws IOException {
        services = new AnsweringServices().say(Service.INGEST, VERSIONS, "{\"version\":1}");
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private Models.Files files(String content) throws IOException {
        Path graph = Files.writeString(directory.resolve("encoder_model.onnx"), content);
        return new Models.Files(directory, new TreeMap<>(Map.of("model.onnx", graph)));
    }

    private JsonNode posted() {
        return Api.read(services.sent().getOrDefault("/INGEST" + VERSIONS, ""));
    }

    @Test
    void aFleetOnThisMachineReadsTheDirectoryItself() throws IOException {
        new Models(services.api()).add("my model", files("weights"), null);

        assertThat(posted().path("directory").asText()).isEqualTo(directory.toString());
        assertThat(posted().has("base")).isFalse();
        assertThat(services.sent()).doesNotContainKey("model.onnx");
    }

    @Test
    void aFleetElsewhereIsSentTheFilesOfTheModelAndOfItsBase() throws IOException {
        JsonNode version = new Models(services.api(true)).add("my model", files("weights"), files("weights"));

        assertThat(version.path("version").asInt()).isEqualTo(1);
        assertThat(services.sent()).containsEntry("model.onnx", "weights");
        assertThat(posted().path("upload").asText()).matches("[0-9a-f-]{36}");
        assertThat(posted().path("baseUpload").asText())
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(posted().path("upload").asText());
        assertThat(posted().has("directory")).isFalse();
    }
}
