package io.kenshin.contracts;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The JSON Schemas that describe the records of each topic; the files are resources beside {@code asyncapi.yaml}. */
public final class Schemas {
    private static final Map<String, List<String>> BY_TOPIC = Map.ofEntries(
            entry(Topics.SAMPLES, List.of("sample")),
            entry(Topics.CHUNKS, List.of("chunk")),
            entry(Topics.SCANS, List.of("scan-planned", "scan-completed", "scan-failed", "dataset-deleted")),
            entry(Topics.PROBES, List.of("probe-request")),
            entry(Topics.PROBE_REPLIES, List.of("probe-reply")),
            entry(Topics.FINDINGS, List.of("sample-judged")),
            entry(Topics.REMEDIATION_EVENTS, List.of("remediation")),
            entry(Topics.TRAINING_PROGRESS, List.of("training-progress")),
            entry(Topics.SCREEN_REQUESTS, List.of("screen-request")),
            entry(Topics.SCREEN_REPLIES, List.of("screen-reply")));

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
