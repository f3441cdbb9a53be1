package io.kenshin.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.cli.DemoFleet;
import io.kenshin.contracts.Schemas;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.fleet.client.Api;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The records that a loop leaves on the broker, all of them. */
@Order(3)
class RecordsE2E {
    private static DemoFleet demo;
    private static String kafka;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
        kafka = demo.api().kafka();
    }

    @Test
    void theEventsOfACaseTellItsStory() {
        String id = demo.caseIn(CaseState.PROMOTED);
        List<String> types = new ArrayList<>();

        Records.await(kafka, Topics.REMEDIATION_EVENTS, 5, Duration.ofSeconds(30), entry -> {
            JsonNode event = Records.json(entry);
            boolean own = event.path("subject").asText().equals(id);
            return own && types.add(event.path("type").asText());
        });

        assertThat(types)
                .startsWith(
                        RemediationEvents.CASE_OPENED,
                        RemediationEvents.SAMPLES_QUARANTINED,
                        RemediationEvents.HEAL_STARTED,
                        RemediationEvents.MODEL_TRAINED,
                        RemediationEvents.MODEL_PROMOTED);
    }

    @Test
    void everyRecordThatTravelledFitsItsSchema() {
        Records.send(
                kafka,
                Topics.SCREEN_REQUESTS,
                "r1",
                Api.write(Map.of("id", "r1", "model", "demo", "code", "int a;")).getBytes(StandardCharsets.UTF_8));
        Records.await(kafka, Topics.SCREEN_REPLIES, 1, Duration.ofSeconds(30), entry -> true);

        for (Topics.Topic topic : Topics.all()) {
            if (!Schemas.of(topic.name()).isEmpty()) {
                List<ConsumerRecord<String, byte[]>> records = all(topic.name());
                assertThat(records).as(topic.name()).isNotEmpty();
                records.forEach(Records::assertFitsSchema);
            }
        }
    }

    /** What a topic holds now. */
    private static List<ConsumerRecord<String, byte[]>> all(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Wait.until("the end of " + topic, Duration.ofSeconds(60), () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return partitions.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L));
            });
        }
        return records;
    }
}
