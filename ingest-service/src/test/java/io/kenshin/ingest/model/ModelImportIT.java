package io.kenshin.ingest.model;

import static io.kenshin.ingest.Requests.importModel;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.contracts.rest.ModelView;
import io.kenshin.outbox.Database;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports of one model: by several replicas at once, and of a directory that was trained into again. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class ModelImportIT {
    private static final Path T5 =
            Path.of(System.getProperty("kenshin.root"), "codemodel/src/test/resources/architectures/t5.zip");
    private static final int REPLICAS = 4;

    @TempDir
    Path files;

    @Inject
    Database database;

    @Inject
    Models models;

    private Path model(String name, String label) throws IOException {
        Path directory = Files.createDirectories(files.resolve(name));
        try (FileSystem zip = FileSystems.newFileSystem(T5)) {
            Files.copy(zip.getPath("tokenizer.json"), directory.resolve("tokenizer.json"));
            Files.copy(zip.getPath("opset17.onnx"), directory.resolve("model.onnx"));
        }
        label(directory, label);
        return directory;
    }

    private static void label(Path directory, String label) throws IOException {
        Files.writeString(
                directory.resolve("config.json"), "{\"model_type\":\"t5\",\"id2label\":{\"0\":\"" + label + "\"}}");
    }

    @Test
    void replicasThatImportAtOnceGetVersionsWithTheirOwnFiles()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        // Given replicas that share a database and a store, each with a model of its own
        CyclicBarrier together = new CyclicBarrier(REPLICAS);
        ExecutorService threads = Executors.newFixedThreadPool(REPLICAS);
        List<Future<ModelImport.Imported>> imports = new ArrayList<>();
        for (int i = 0; i < REPLICAS; i++) {
            Path directory = model("replica" + i, "label" + i);
            ModelImport replica = new ModelImport(database, new ModelStore("target/models"));
            imports.add(threads.submit(() -> {
                together.await(60, TimeUnit.SECONDS);
                return replica.add("raced", directory, null, directory.toString(), false);
            }));
        }

        // When
        for (Future<ModelImport.Imported> one : imports) {
            one.get(120, TimeUnit.SECONDS);
        }
        threads.shutdown();

        // Then
        List<ModelView.Version> versions = models.versions("raced");
        assertThat(versions).extracting(ModelView.Version::version).containsExactly(1, 2, 3, 4);
        assertThat(versions)
                .flatExtracting(ModelView.Version::labels)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, REPLICAS).mapToObj(i -> "label" + i).toList());
        for (ModelView.Version version : versions) {
            assertThat(Files.readString(Path.of(version.directory()).resolve("config.json")))
                    .contains("\"" + version.labels().get(0) + "\"");
            assertThat(models.changed("raced", version.version())).isEmpty();
        }
        assertThat(models.aliases("raced")).containsEntry(Models.PRODUCTION, 1);
    }

    @Test
    void aDirectoryThatWasTrainedIntoAgainIsANewVersionAndTheSameFilesAreTheKnownOne() throws IOException {
        Path directory = model("trained", "before");
        importModel("trained", directory).statusCode(200).body("version", equalTo(1), "known", equalTo(false));

        label(directory, "after");
        importModel("trained", directory)
                .statusCode(200)
                .body("version", equalTo(2), "known", equalTo(false), "labels", contains("after"));

        Set<Path> kept = kept("trained");
        importModel("trained", directory).statusCode(200).body("version", equalTo(2), "known", equalTo(true));
        importModel("trained", model("elsewhere", "before"))
                .statusCode(200)
                .body("version", equalTo(1), "known", equalTo(true));
        assertThat(kept("trained")).isEqualTo(kept);
    }

    private static Set<Path> kept(String model) throws IOException {
        try (Stream<Path> kept = Files.list(Path.of("target/models", model))) {
            return kept.collect(Collectors.toSet());
        }
    }

    @Test
    void aFileThatWasSwappedInTheStoreIsNamed() throws IOException {
        String kept = importModel("swapped", model("swapped", "good"))
                .statusCode(200)
                .extract()
                .path("directory");
        given().get("/api/v1/models/swapped/versions/1/check").then().body("intact", equalTo(true));

        label(Path.of(kept), "evil");

        given().get("/api/v1/models/swapped/versions/1/check")
                .then()
                .body("intact", equalTo(false), "changed", contains("config.json"));
    }
}
