package io.kenshin.contracts;

import java.util.List;
import java.util.Map;

/** Which JSON Schemas describe the records of which topic; the files are resources beside {@code asyncapi.yaml}. */
public final class Schemas {
    private static final Map<String, List<String>> BY_TOPIC = Map.of(
            Topics.SAMPLES, List.of("sample"),
            Topics.CHUNKS, List.of("chunk"),
            Topics.SCANS, List.of("scan-planned", "scan-completed", "scan-failed"),
            Topics.PROBES, List.of("probe-request"),
            Topics.PROBE_REPLIES, List.of("probe-reply"),
            Topics.FINDINGS, List.of("sample-judged"),
            Topics.REMEDIATION_EVENTS, List.of("remediation"),
            Topics.TRAINING_PROGRESS, List.of("training-progress"));

    private Schemas() {}

    /** Names of the schemas of a topic; a record fits one of them. Empty for topics that are not JSON. */
    public static List<String> of(String topic) {
        return BY_TOPIC.getOrDefault(topic, List.of());
    }

    /** Path of a schema's resource. */
    public static String resource(String name) {
        return "/schemas/" + name + ".json";
    }
}
