package io.kenshin.foundation;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.probe.ProbeReply;
import io.kenshin.contracts.probe.ProbeRequest;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.reply.KafkaRequestReply;
import io.smallrye.reactive.messaging.kafka.reply.KafkaRequestReplyTimeoutException;
import java.time.Duration;
import java.util.List;

/** The way to ask the embedding service, over Kafka, what a model predicts. For worker threads. */
public final class ProbeClient {
    private static final Duration LIMIT = Duration.ofSeconds(130);
    private static final int TRIES = 3;

    private ProbeClient() {}

    /**
     * Predicts.
     *
     * @return logits [sample][label]
     * @throws KenshinException when no answer comes in time or the model cannot be asked
     */
    public static float[][] predict(KafkaRequestReply<String, String> probes, String directory, List<String> codes) {
        float[][] logits = new float[codes.size()][];
        int to;
        for (int from = 0; from < codes.size(); from = to) {
            to = Limits.end(codes, from, Limits.PROBE_CODES, Limits::bytes);
            List<String> part = codes.subList(from, to);
            ProbeReply reply = ask(probes, new ProbeRequest(directory, part), 1);
            if (reply.error() != null || reply.logits().size() != part.size()) {
                throw new KenshinException(ErrorCode.UNAVAILABLE, "the probe failed: " + reply.error());
            }
            for (int i = 0; i < part.size(); i++) {
                logits[from + i] = reply.logits().get(i);
            }
        }
        return logits;
    }

    /** A probe changes nothing, so a lost one is simply asked again. */
    private static ProbeReply ask(KafkaRequestReply<String, String> probes, ProbeRequest request, int attempt) {
        try {
            return Json.read(probes.request(Json.write(request)).await().atMost(LIMIT), ProbeReply.class);
        } catch (KafkaRequestReplyTimeoutException | TimeoutException e) {
            if (attempt < TRIES) {
                return ask(probes, request, attempt + 1);
            }
            throw new KenshinException(
                    ErrorCode.UNAVAILABLE, "the embedding service did not answer " + TRIES + " probes in time", e);
        }
    }
}
