package io.kenshin.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Kafka topics, in the order of the data. Created by the launcher or by Strimzi, never automatically. */
public final class Topics {
    public static final String SAMPLES = "kenshin.samples";
    public static final String CHUNKS = "kenshin.chunks";
    public static final String VECTORS = "kenshin.vectors";
    public static final String SCANS = "kenshin.scans";
    public static final String PROBES = "kenshin.probes";
    public static final String PROBE_REPLIES = "kenshin.probe-replies";
    public static final String FINDINGS = "kenshin.findings";
    public static final String REMEDIATION_EVENTS = "kenshin.remediation-events";
    public static final String TRAINING_PROGRESS = "kenshin.training-progress";
    public static final String SCREEN_REQUESTS = "kenshin.screen-requests";
    public static final String SCREEN_REPLIES = "kenshin.screen-replies";
    public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    private static final String DAY = Long.toString(24L * 3600 * 1000);
    private static final String WEEK = Long.toString(7L * 24 * 3600 * 1000);
    private static final String FOREVER = "-1";

    private Topics() {}

    /** One topic with what it needs of the broker. */
    public record Topic(String name, int partitions, Map<String, String> configuration) {}

    public static List<Topic> all() {
        List<Topic> topics = new ArrayList<>();
        topics.add(topic(SAMPLES, 4, "delete", WEEK));
        topics.add(topic(CHUNKS, 4, "delete", DAY));
        topics.add(topic(VECTORS, 4, "delete", WEEK));
        topics.add(topic(SCANS, 1, "compact", FOREVER));
        topics.add(topic(PROBES, 4, "delete", DAY));
        topics.add(topic(PROBE_REPLIES, 4, "delete", DAY));
        topics.add(topic(FINDINGS, 4, "delete", WEEK));
        topics.add(topic(REMEDIATION_EVENTS, 1, "delete", FOREVER));
        topics.add(topic(TRAINING_PROGRESS, 1, "delete", DAY));
        topics.add(topic(SCREEN_REQUESTS, 4, "delete", DAY));
        topics.add(topic(SCREEN_REPLIES, 4, "delete", DAY));
        for (String consumed :
                List.of(SAMPLES, CHUNKS, VECTORS, SCANS, PROBES, FINDINGS, REMEDIATION_EVENTS, SCREEN_REQUESTS)) {
            topics.add(topic(consumed + DEAD_LETTER_SUFFIX, 1, "delete", WEEK));
        }
        return List.copyOf(topics);
    }

    private static Topic topic(String name, int partitions, String cleanup, String retention) {
        return new Topic(
                name,
                partitions,
                Map.of(
                        "cleanup.policy", cleanup,
                        "retention.ms", retention,
                        "max.message.bytes", Integer.toString(Limits.RECORD_BYTES)));
    }
}
