package io.kenshin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicManifestsTest {
    @Test
    void kubernetesCreatesTheTopicsThatTheCodeNames() throws IOException {
        Path file = Path.of(System.getProperty("kenshin.root"), "k8s/base/topics.yaml");
        YAMLMapper yaml = new YAMLMapper();
        Map<String, JsonNode> manifests = new HashMap<>();
        try (MappingIterator<JsonNode> documents =
                yaml.readerFor(JsonNode.class).readValues(file.toFile())) {
            documents.forEachRemaining(
                    document -> manifests.put(document.at("/spec/topicName").asText(), document));
        }

        assertThat(manifests.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topics.Topic::name).toList());
        for (Topics.Topic topic : Topics.all()) {
            JsonNode spec = manifests.get(topic.name()).path("spec");
            assertThat(spec.path("partitions").asInt()).as(topic.name()).isEqualTo(topic.partitions());
            topic.configuration()
                    .forEach((key, value) -> assertThat(
                                    spec.path("config").path(key).asText())
                            .as(topic.name() + " " + key)
                            .isEqualTo(value));
        }
    }
}
