package io.kenshin.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The resources of operators, against the operators' own models: Strimzi's and the Prometheus operator's in Java,
 * KEDA's and CloudNativePG's, which have none, as the TypeScript types that are generated from their sources.
 */
class CustomResourcesTest {
    private static final Path K8S = Path.of(System.getProperty("kenshin.root"), "k8s");
    private static final Map<String, Class<? extends HasMetadata>> JAVA = Map.of(
            "Kafka", Kafka.class,
            "KafkaNodePool", KafkaNodePool.class,
            "KafkaTopic", KafkaTopic.class,
            "KafkaUser", KafkaUser.class,
            "PodMonitor", PodMonitor.class,
            "PrometheusRule", PrometheusRule.class);
    private static final String KEDA = "@kubernetes-models/keda";
    private static final String POSTGRES = "@kubernetes-models/cloudnative-pg";
    private static final Map<String, String> TYPES = Map.of(
            "ScaledObject", KEDA + "/keda.sh/v1alpha1",
            "TriggerAuthentication", KEDA + "/keda.sh/v1alpha1",
            "Cluster", POSTGRES + "/postgresql.cnpg.io/v1",
            "Database", POSTGRES + "/postgresql.cnpg.io/v1",
            "ScheduledBackup", POSTGRES + "/postgresql.cnpg.io/v1");
    private static final List<String> PACKAGES = List.of(KEDA + "@2.0.0", POSTGRES + "@2.0.0", "typescript@5.9.3");
    private static final long NPM_SECONDS = 120;

    @TempDir
    Path directory;

    @Test
    void everyCustomResourceIsOfAKindThatIsChecked() throws IOException {
        for (JsonNode manifest : manifests()) {
            String group = manifest.path("apiVersion").asText();
            if (group.contains(".") && !group.contains("k8s.io")) {
                String kind = manifest.path("kind").asText();
                assertThat(JAVA.containsKey(kind) || TYPES.containsKey(kind))
                        .as(kind)
                        .isTrue();
            }
        }
    }

    @Test
    void brokersTopicsUsersAndMonitorsAreOfTheirOperatorsModels() throws IOException {
        TreeSet<String> seen = new TreeSet<>();
        for (JsonNode manifest : manifests()) {
            Class<? extends HasMetadata> model = JAVA.get(manifest.path("kind").asText());
            if (model != null) {
                HasMetadata resource = Serialization.jsonMapper().convertValue(manifest, model);
                assertThat(versions(model)).contains(manifest.path("apiVersion").asText());
                assertThat(UnknownFields.of(resource)).as(manifest.toString()).isEmpty();
                seen.add(resource.getKind());
            }
        }
        assertThat(seen).isEqualTo(new TreeSet<>(JAVA.keySet()));
    }

    @Test
    void aFieldThatAnOperatorDoesNotKnowIsFound() throws IOException {
        JsonNode topic = Serialization.yamlMapper()
                .readTree("{kind: KafkaTopic, metadata: {name: x}, spec: {partitions: 4, partition: 4}}");

        assertThat(UnknownFields.of(Serialization.jsonMapper().convertValue(topic, KafkaTopic.class)))
                .containsExactly(".Spec.partition");
    }

    @Test
    void scalersAndDatabasesAreOfTheirOperatorsTypes() throws IOException, InterruptedException {
        List<String> install = new ArrayList<>(List.of("npm", "install", "--silent", "--no-fund", "--no-audit"));
        install.addAll(PACKAGES);
        assumeTrue(succeeds(install), "npm is not here or has not the types of KEDA and CloudNativePG");
        StringBuilder typed = new StringBuilder();
        int resources = 0;
        for (JsonNode manifest : manifests()) {
            String module = TYPES.get(manifest.path("kind").asText());
            if (module != null) {
                typed.append(constant(resources++, module, manifest));
            }
        }
        assertThat(resources).isGreaterThan(TYPES.size());
        assertThat(check(typed.toString())).isEmpty();

        JsonNode wrong = Serialization.yamlMapper()
                .readTree("{kind: ScaledObject, spec: {scaleTargetRef: {name: a, nmae: b}, triggers: []}}");
        assertThat(check(constant(0, TYPES.get("ScaledObject"), wrong))).contains("nmae");
    }

    /** The API versions of a model. Strimzi's classes serve several, and say so in a field. */
    private static List<String> versions(Class<? extends HasMetadata> model) {
        List<String> versions = new ArrayList<>(List.of(HasMetadata.getApiVersion(model)));
        try {
            for (Object version : (List<?>) model.getField("VERSIONS").get(null)) {
                versions.add(HasMetadata.getGroup(model) + "/" + version);
            }
        } catch (ReflectiveOperationException e) {
            // It has but one.
        }
        return versions;
    }

    private static String constant(int number, String module, JsonNode manifest) {
        return "export const r" + number + ": import('" + module + "').I"
                + manifest.path("kind").asText() + " = " + manifest + ";\n";
    }

    /** What the compiler has against them. */
    private String check(String resources) throws IOException, InterruptedException {
        Path file = directory.resolve("resources.ts");
        Files.writeString(file, resources);
        Path printed = directory.resolve("printed");
        run(
                List.of(
                        "node",
                        "node_modules/typescript/bin/tsc",
                        "--noEmit",
                        "--strict",
                        "--skipLibCheck",
                        "--module",
                        "nodenext",
                        file.getFileName().toString()),
                printed);
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    private boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return run(command, directory.resolve("installed")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private int run(List<String> command, Path printed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(NPM_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static List<JsonNode> manifests() throws IOException {
        List<JsonNode> manifests = new ArrayList<>();
        for (String document : Manifests.documents(K8S)) {
            manifests.add(Serialization.yamlMapper().readTree(document));
        }
        return manifests;
    }
}
