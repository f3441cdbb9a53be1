package io.kenshin.remediation.probe;

import io.kenshin.foundation.ProbeClient;
import io.smallrye.reactive.messaging.kafka.reply.KafkaRequestReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** The outlet for questions to models: they leave on a topic, and their answers come back on another. */
@ApplicationScoped
public class ModelProbes {
    private final KafkaRequestReply<String, String> probes;

    ModelProbes(@Channel("probes") KafkaRequestReply<String, String> probes) {
        this.probes = probes;
    }

    /**
     * Asks the embedding service what a model predicts.
     *
     * @return logits [sample][label]
     */
    public float[][] predict(String directory, List<String> codes) {
        return ProbeClient.predict(probes, directory, codes);
    }
}
