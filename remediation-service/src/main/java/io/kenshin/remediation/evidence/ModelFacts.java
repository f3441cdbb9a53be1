package io.kenshin.remediation.evidence;

import io.kenshin.contracts.finding.TriggerReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a model's bill of materials.
 *
 * @param modelDigest SHA-256 of the model file, in hexadecimal digits
 * @param base name of the model that it was trained from; null when unknown
 * @param datasetDigest SHA-256 over the ids of the samples that it was trained on, in their order
 * @param samples number of those samples
 * @param quarantined number of samples that were left out
 * @param sources samples of each source
 * @param figures what verification measured
 * @param promoted when, RFC 3339
 */
record ModelFacts(
        String caseId,
        String scanId,
        @Nullable String rescanId,
        String model,
        int version,
        String modelDigest,
        @Nullable String base,
        String strategy,
        String dataset,
        String datasetDigest,
        long samples,
        long quarantined,
        Map<String, Long> sources,
        List<String> labels,
        List<TriggerReport> triggers,
        Map<String, Double> figures,
        String promoted) {}
