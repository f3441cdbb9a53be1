import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Listens to remediation events and reacts to three of them. Run it with kafka-clients and jackson-databind on the
 * class path: {@code java -cp 'lib/*' RemediationConsumer.java BOOTSTRAP [SECONDS]}; without seconds it listens for
 * ever.
 */
public final class RemediationConsumer {
    private static final String TOPIC = "kenshin.remediation-events";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Events come at least once: an id that was seen is passed over. Keep it where your own state is kept. */
    private final Set<String> seen = new HashSet<>();

    public static void main(String[] arguments) throws IOException {
        long seconds = arguments.length > 1 ? Long.parseLong(arguments[1]) : Long.MAX_VALUE / 2_000_000_000;
        new RemediationConsumer().listen(arguments[0], System.nanoTime() + seconds * 1_000_000_000L);
    }

    private void listen(String bootstrap, long until) throws IOException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap,
                "group.id", "my-team",
                // The first start sees everything from the beginning; later ones go on where they were.
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (System.nanoTime() < until) {
                for (ConsumerRecord<String, String> entry : consumer.poll(Duration.ofMillis(500))) {
                    handle(JSON.readTree(entry.value()));
                }
                // Only what was handled is committed: a crash before this line means seeing the event again.
                consumer.commitSync();
            }
        }
    }

    private void handle(JsonNode event) {
        if (!seen.add(event.path("id").asText())) {
            return;
        }
        JsonNode data = event.path("data");
        switch (event.path("type").asText()) {
            case "io.kenshin.samples.quarantined.v1" ->
                System.out.printf(
                        "stop training on %d samples of %s: %s%n",
                        data.path("sampleIds").size(), data.path("dataset").asText(), data.path("reason").asText());
            case "io.kenshin.model.promoted.v1" ->
                System.out.printf(
                        "deploy %s version %d%n", data.path("model").asText(), data.path("version").asInt());
            case "io.kenshin.model.rolled-back.v1" ->
                System.out.printf(
                        "deploy %s version %d again%n", data.path("model").asText(), data.path("version").asInt());
            default -> System.out.printf("%s: %s%n", event.path("type").asText(), data.path("reason").asText());
        }
    }
}
