package io.kenshin.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));
    private static final Path BASE = ROOT.resolve("k8s/base");

    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(BASE)) {
            for (Path file : files.filter(path -> !path.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList()) {
                documents.addAll(List.of(Files.readString(file).split("(?m)^---$")));
            }
        }
        return documents;
    }

    private static List<HasMetadata> objects() throws IOException {
        return documents().stream()
                .map(document -> (HasMetadata) Serialization.unmarshal(document))
                .toList();
    }

    @Test
    void everyManifestIsOfTheKubernetesModelWithNoUnknownField() throws IOException {
        for (String document : documents()) {
            HasMetadata parsed = Serialization.unmarshal(document);
            assertThat(parsed.getMetadata().getName()).isNotBlank();
            if (!parsed.getApiVersion().contains("strimzi")) {
                // What the model does not know does not fail, it lands beside it.
                assertThat(additional(parsed)).as(document).isEmpty();
            }
        }
    }

    /** Names of unknown fields anywhere in an object of the model. */
    private static List<String> additional(Object object) throws IOException {
        List<String> found = new ArrayList<>();
        collect(object, "", found);
        return found;
    }

    private static void collect(Object object, String path, List<String> found) {
        if (object instanceof List<?> list) {
            list.forEach(item -> collect(item, path + "[]", found));
        } else if (object != null && object.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")) {
            for (java.lang.reflect.Method method : object.getClass().getMethods()) {
                if (method.getParameterCount() == 0 && method.getName().startsWith("get")) {
                    try {
                        Object value = method.invoke(object);
                        if (method.getName().equals("getAdditionalProperties")) {
                            ((Map<?, ?>) value).keySet().forEach(key -> found.add(path + "." + key));
                        } else {
                            collect(value, path + "." + method.getName().substring(3), found);
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
    }

    @Test
    void theCheckForUnknownFieldsFindsThem() throws IOException {
        HasMetadata parsed =
                Serialization.unmarshal("apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {prots: []}\n");

        assertThat(additional(parsed)).containsExactly(".Spec.prots");
    }

    @Test
    void alertsAskForMetricsThatAreServedAndNameRunbooksThatExist() throws IOException {
        Path monitoring = ROOT.resolve("k8s/monitoring");
        JsonNode rules = Serialization.yamlMapper().readTree(Files.readString(monitoring.resolve("rules.yaml")));
        String served = Files.readString(
                ROOT.resolve("analysis-service/src/main/java/io/kenshin/analysis/trend/TrendMetrics.java"));

        for (JsonNode rule : rules.at("/spec/groups/0/rules")) {
            List<String> metrics = java.util.regex.Pattern.compile("kenshin_[a-z_]+")
                    .matcher(rule.path("expr").asText())
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList();
            assertThat(metrics).as(rule.path("alert").asText()).isNotEmpty();
            assertThat(metrics)
                    .allSatisfy(metric -> assertThat(served)
                            .contains('"' + metric.replaceAll("_seconds$", "").replace('_', '.') + '"'));
            String runbook = rule.at("/annotations/runbook").asText();
            assertThat(ROOT.resolve(runbook.replaceAll("#.*", ""))).isRegularFile();
        }
        JsonNode pods = Serialization.yamlMapper().readTree(Files.readString(monitoring.resolve("podmonitor.yaml")));
        List<String> names = new ArrayList<>();
        pods.at("/spec/selector/matchExpressions/0/values").forEach(name -> names.add(name.asText()));
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(objects().stream()
                        .filter(Deployment.class::isInstance)
                        .map(deployment -> deployment.getMetadata().getName())
                        .toList());
    }

    @Test
    void kustomizationListsEveryFile() throws IOException {
        JsonNode kustomization = Serialization.yamlMapper()
                .readTree(BASE.resolve("kustomization.yaml").toFile());
        List<String> listed = new ArrayList<>();
        kustomization.path("resources").forEach(resource -> listed.add(resource.asText()));

        try (Stream<Path> files = Files.list(BASE)) {
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("kustomization.yaml"))
                                    .toList());
        }
    }

    @Test
    void portsAndEnvironmentAreThoseThatTheServicesRead() throws IOException {
        for (HasMetadata object : objects()) {
            if (!(object instanceof Deployment deployment)) {
                continue;
            }
            String name = deployment.getMetadata().getName();
            String properties =
                    Files.readString(ROOT.resolve(name).resolve("src/main/resources/application.properties"));
            var container =
                    deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
            int port = container.getPorts().get(0).getContainerPort();
            assertThat(properties).contains("${KENSHIN_PORT:" + port + "}");
            assertThat(container.getEnv())
                    .allSatisfy(variable -> assertThat(properties).contains("${" + variable.getName() + ":"));
            assertThat(container.getEnv())
                    .anyMatch(variable -> variable.getName().equals("KENSHIN_API_TOKEN"));
            assertThat(container.getReadinessProbe()).isNotNull();
            assertThat(container.getLivenessProbe()).isNotNull();
            assertThat(container.getResources().getLimits()).containsKey("memory");
        }
    }
}
