package io.kenshin.analysis.probe;

import io.kenshin.detection.trial.Prober;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.ProbeClient;
import io.smallrye.reactive.messaging.kafka.reply.KafkaRequestReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** The outlet of questions to models: the embedding service answers them. */
@ApplicationScoped
public class ModelProbes {
    private final KafkaRequestReply<String, String> probes;

    ModelProbes(@Channel("probes") KafkaRequestReply<String, String> probes) {
        this.probes = probes;
    }

    /** Asks the model in that directory. */
    public Prober of(String directory) {
        return Prober.ofClassifier(codes -> predict(directory, codes));
    }

    /**
     * What a model predicts.
     *
     * @return logits [sample][label]
     * @throws KenshinException when no answer comes in time or the model cannot be asked
     */
    public float[][] predict(String directory, List<String> codes) {
        return ProbeClient.predict(probes, directory, codes);
    }
}
