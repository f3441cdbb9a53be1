package io.kenshin.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));
    private static final Path BASE = ROOT.resolve("k8s/base");
    private static final long USER = 10_001;
    private static final Path PRODUCTION = ROOT.resolve("k8s/overlays/production");

    private static List<HasMetadata> objects() throws IOException {
        return objects(BASE);
    }

    private static List<HasMetadata> objects(Path directory) throws IOException {
        return Manifests.documents(directory).stream()
                .map(document -> (HasMetadata) Serialization.unmarshal(document))
                .toList();
    }

    @Test
    void everyManifestIsOfTheKubernetesModelWithNoUnknownField() throws IOException {
        for (String document : Manifests.documents(ROOT.resolve("k8s"))) {
            HasMetadata parsed = Serialization.unmarshal(document);
            assertThat(parsed.getMetadata().getName()).isNotBlank();
            // What the model does not know does not fail, it lands beside it. Of custom resources see
            // CustomResourcesTest.
            if (!(parsed instanceof GenericKubernetesResource)) {
                assertThat(UnknownFields.of(parsed)).as(document).isEmpty();
            }
        }
    }

    @Test
    void theCheckForUnknownFieldsFindsThem() throws IOException {
        HasMetadata parsed =
                Serialization.unmarshal("apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {prots: []}\n");

        assertThat(UnknownFields.of(parsed)).containsExactly(".Spec.prots");
    }

    @Test
    void alertsAskForMetricsThatAreServedAndNameRunbooksThatExist() throws IOException {
        Path monitoring = ROOT.resolve("k8s/monitoring");
        JsonNode rules = Serialization.yamlMapper().readTree(Files.readString(monitoring.resolve("rules.yaml")));
        String served = "";
        for (String source : List.of(
                "analysis-service/src/main/java/io/kenshin/analysis/trend/TrendMetrics.java",
                "ingest-service/src/main/java/io/kenshin/ingest/schedule/ScheduleMetrics.java",
                "remediation-service/src/main/java/io/kenshin/remediation/cases/CaseMetrics.java",
                "remediation-service/src/main/java/io/kenshin/remediation/webhook/WebhookMetrics.java")) {
            served += Files.readString(ROOT.resolve(source));
        }
        String all = served;

        for (JsonNode rule : rules.at("/spec/groups/0/rules")) {
            List<String> metrics = Pattern.compile("(?:kenshin|kafka)_[a-z_]+")
                    .matcher(rule.path("expr").asText())
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList();
            assertThat(metrics).as(rule.path("alert").asText()).isNotEmpty();
            assertThat(metrics)
                    .allSatisfy(metric -> assertThat(metric.startsWith("kafka_")
                                    || all.contains('"'
                                            + metric.replaceAll("_seconds$", "").replace('_', '.')
                                            + '"'))
                            .as(metric)
                            .isTrue());
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
    void kustomizationsListEveryFileAndNoOther() throws IOException {
        for (String directory :
                List.of("base", "monitoring", "overlays/local", "overlays/production", "overlays/gpu")) {
            Path at = ROOT.resolve("k8s").resolve(directory);
            JsonNode kustomization = Serialization.yamlMapper()
                    .readTree(at.resolve("kustomization.yaml").toFile());
            List<String> listed = new ArrayList<>();
            kustomization.path("resources").forEach(resource -> listed.add(resource.asText()));
            kustomization
                    .path("patches")
                    .forEach(patch -> listed.add(patch.path("path").asText()));
            assertThat(listed)
                    .filteredOn(name -> name.startsWith(".."))
                    .allSatisfy(name -> assertThat(at.resolve(name).resolve("kustomization.yaml"))
                            .exists());
            try (Stream<Path> files = Files.list(at)) {
                assertThat(listed.stream().filter(name -> !name.startsWith("..")))
                        .as(directory)
                        .containsExactlyInAnyOrderElementsOf(
                                files.map(file -> file.getFileName().toString())
                                        .filter(name -> !name.equals("kustomization.yaml"))
                                        .toList());
            }
        }
    }

    @Test
    void everyServiceMayReadAndWriteItsTopicsAndNoOthers() throws IOException {
        Map<String, Map<String, Set<String>>> users = new TreeMap<>();
        for (HasMetadata object : objects(PRODUCTION)) {
            if (object.getKind().equals("KafkaUser")) {
                Map<String, Set<String>> topics = new TreeMap<>();
                JsonNode user = Serialization.jsonMapper().valueToTree(object);
                for (JsonNode acl : user.at("/spec/authorization/acls")) {
                    if (acl.at("/resource/type").asText().equals("topic")
                            && acl.at("/resource/patternType").asText().equals("literal")) {
                        Set<String> operations = new TreeSet<>();
                        acl.path("operations").forEach(operation -> operations.add(operation.asText()));
                        operations.remove("Describe");
                        topics.put(acl.at("/resource/name").asText(), operations);
                    }
                }
                users.put(object.getMetadata().getName(), topics);
            }
        }
        // What leaves through the outbox or is read again from the log stands in no channel.
        Map<String, List<String>> besides = Map.of(
                "ingest-service", List.of("Write kenshin.scans", "Read kenshin.samples"),
                "analysis-service", List.of("Write kenshin.scans", "Write kenshin.findings", "Read kenshin.vectors"),
                "remediation-service", List.of("Write kenshin.remediation-events"));
        for (String service :
                List.of("ingest-service", "embedding-service", "analysis-service", "remediation-service", "console")) {
            Map<String, Set<String>> used = new TreeMap<>();
            Matcher channels = Pattern.compile(
                            "mp\\.messaging\\.(incoming|outgoing)\\.[\\w-]+\\.(dead-letter-queue\\.|reply\\.)?topic=(\\S+)")
                    .matcher(Files.readString(ROOT.resolve(service + "/src/main/resources/application.properties")));
            while (channels.find()) {
                boolean reads = channels.group(2) == null
                        ? channels.group(1).equals("incoming")
                        : channels.group(2).equals("reply.");
                used.computeIfAbsent(channels.group(3), key -> new TreeSet<>()).add(reads ? "Read" : "Write");
            }
            for (String more : besides.getOrDefault(service, List.of())) {
                used.computeIfAbsent(more.split(" ")[1], key -> new TreeSet<>()).add(more.split(" ")[0]);
            }
            assertThat(users.get(service)).as(service).isEqualTo(used);
        }
        assertThat(users.get("finetune-job")).isEqualTo(Map.of("kenshin.training-progress", Set.of("Write")));
    }

    @Test
    void nothingCanBeReachedThatNoPolicyNames() throws IOException {
        List<NetworkPolicy> policies = objects(PRODUCTION).stream()
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .toList();
        NetworkPolicy deny = policies.stream()
                .filter(policy -> policy.getMetadata().getName().equals("kenshin-default-deny"))
                .findFirst()
                .orElseThrow();
        assertThat(deny.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
        for (HasMetadata object : objects()) {
            if (object instanceof Deployment deployment) {
                String name = deployment.getMetadata().getName();
                assertThat(policies)
                        .as(name)
                        .anyMatch(policy -> policy.getMetadata().getName().equals(name)
                                && name.equals(policy.getSpec()
                                        .getPodSelector()
                                        .getMatchLabels()
                                        .get("app.kubernetes.io/name")));
            }
        }
    }

    @Test
    void remediationMayManageJobsAndNothingElse() throws IOException {
        List<PolicyRule> rules = objects().stream()
                .filter(Role.class::isInstance)
                .flatMap(role -> ((Role) role).getRules().stream())
                .toList();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.getResources()).isSubsetOf("jobs", "trainjobs", "pods", "pods/log");
            if (rule.getResources().contains("pods")) {
                assertThat(rule.getVerbs()).isSubsetOf("get", "list");
            }
        });
        assertThat(objects()).noneMatch(object -> object.getKind().startsWith("Cluster"));
    }

    @Test
    void everyPodIsRestricted() throws IOException {
        for (HasMetadata object : objects()) {
            if (object instanceof Deployment deployment) {
                var pod = deployment.getSpec().getTemplate().getSpec();
                var container = pod.getContainers().get(0).getSecurityContext();
                assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
                assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                        .isEqualTo("RuntimeDefault");
                assertThat(container.getReadOnlyRootFilesystem()).isTrue();
                assertThat(container.getAllowPrivilegeEscalation()).isFalse();
                assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
            }
        }
    }

    @Test
    void overlaysRenderAndProductionRefusesToRunWithoutAuthentication() throws IOException, InterruptedException {
        assumeThat(kubectl("version", "--client")).as("kubectl").isNotEmpty();
        for (String overlay : List.of("local", "production", "gpu")) {
            String rendered = kubectl(
                    "kustomize", ROOT.resolve("k8s/overlays").resolve(overlay).toString());
            for (String document : rendered.split("(?m)^---$")) {
                HasMetadata parsed = Serialization.unmarshal(document);
                if (parsed instanceof Deployment deployment) {
                    var container = deployment
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0);
                    List<String> names =
                            container.getEnv().stream().map(EnvVar::getName).toList();
                    assertThat(names).doesNotHaveDuplicates();
                    assertThat(names.contains("KENSHIN_API_TOKEN")).isEqualTo(overlay.equals("local"));
                    assertThat(names.contains("KENSHIN_PRODUCTION")).isEqualTo(!overlay.equals("local"));
                    assertThat(names.contains("KAFKA_SASL_JAAS_CONFIG")).isEqualTo(!overlay.equals("local"));
                }
                if (!(parsed instanceof GenericKubernetesResource)) {
                    assertThat(UnknownFields.of(parsed)).as(document).isEmpty();
                }
            }
        }
    }

    /** What it prints; nothing where there is no kubectl. */
    private static String kubectl(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        try {
            return printed(new ProcessBuilder(command));
        } catch (IOException e) {
            return "";
        }
    }

    private static String printed(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command.command())).isZero();
        return printed;
    }

    @Test
    void everyImageThatIsNamedIsBuiltHereAndRunsAsTheSameUser() throws IOException, InterruptedException {
        Set<String> built = new TreeSet<>();
        for (String kind : List.of("", "--cuda")) {
            ProcessBuilder build = new ProcessBuilder(
                    "bash",
                    "-c",
                    "DRY_RUN=1 exec \"$0\" " + kind,
                    ROOT.resolve("images/build").toString());
            Pattern.compile("-t (\\S+)").matcher(printed(build)).results().forEach(tag -> built.add(tag.group(1)));
        }
        Set<String> named = new TreeSet<>();
        for (HasMetadata object : objects()) {
            if (object instanceof Deployment deployment) {
                var pod = deployment.getSpec().getTemplate().getSpec();
                named.add(pod.getContainers().get(0).getImage());
                assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(USER);
            }
        }
        String properties =
                Files.readString(ROOT.resolve("remediation-service/src/main/resources/application.properties"));
        Matcher job = Pattern.compile("KENSHIN_JOB_IMAGE:([^}]+)}").matcher(properties);
        assertThat(job.find()).isTrue();
        named.add(job.group(1));
        JsonNode gpu = Serialization.yamlMapper()
                .readTree(ROOT.resolve("k8s/overlays/gpu/kustomization.yaml").toFile());
        gpu.path("images")
                .forEach(image -> named.add(
                        image.path("name").asText() + ":" + image.path("newTag").asText()));

        assertThat(built).isEqualTo(named);
        try (Stream<Path> definitions = Files.list(ROOT.resolve("images"))) {
            for (Path definition :
                    definitions.filter(path -> path.toString().endsWith("file")).toList()) {
                assertThat(Files.readString(definition))
                        .contains("\nUSER " + USER + ":" + USER + "\n")
                        .doesNotContain(":latest");
            }
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
                    Files.readString(ROOT.resolve(name).resolve("src/main/resources/application.properties"))
                            + Files.readString(ROOT.resolve(
                                    "foundation/src/main/resources/META-INF/microprofile-config.properties"));
            var container =
                    deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
            int port = container.getPorts().get(0).getContainerPort();
            assertThat(properties).contains("${KENSHIN_PORT:" + port + "}");
            assertThat(container.getEnv())
                    .allSatisfy(variable -> assertThat(properties).contains("${" + variable.getName() + ":"));
            assertThat(container.getReadinessProbe()).isNotNull();
            assertThat(container.getLivenessProbe()).isNotNull();
            assertThat(container.getResources().getLimits()).containsKey("memory");
        }
    }
}
