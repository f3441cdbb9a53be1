package io.kenshin.contracts.scan;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The report of a finished scan.
 *
 * @param reason one sentence that says why
 * @param findings samples that were judged
 * @param triggers proven triggers, strongest first
 * @param shortcuts natural patterns of the task that the model leans on, those it obeys first; nothing is quarantined
 *     for them
 * @param shapes what the vectors of each label look like in each layer; supporting evidence
 * @param stages seconds of each stage
 * @param devices what embedding the samples cost
 * @param seconds from the order to the verdict
 * @param examples for each proven trigger a few samples that it turns
 * @param reading in which languages the samples were read, and how far; null in reports from before it was noted
 * @param power for each label, what this scan could have found; empty where only known triggers were looked for, and
 *     in reports from before it was told
 */
public record ScanReport(
        String scanId,
        String dataset,
        String model,
        int version,
        Verdict verdict,
        String reason,
        Samples samples,
        List<SampleFinding> findings,
        List<TriggerReport> triggers,
        List<TriggerReport> shortcuts,
        List<Failed> failures,
        List<Shape> shapes,
        List<Stage> stages,
        List<Device> devices,
        double seconds,
        List<Example> examples,
        @Nullable Reading reading,
        List<Power> power) {

    public ScanReport {
        // Reports from before these were kept have none.
        shapes = Objects.requireNonNullElse(shapes, List.of());
        examples = Objects.requireNonNullElse(examples, List.of());
        devices = Objects.requireNonNullElse(devices, List.of());
        power = Objects.requireNonNullElse(power, List.of());
    }

    /** Where every accepted sample went; {@code unaccounted} is 0 in a correct scan. */
    public record Samples(int total, int scored, int failed, int unaccounted) {}

    /** A sample that could not be scored. */
    public record Failed(String sampleId, @Nullable String externalId, String reason) {}

    /**
     * The vectors of one label in one layer.
     *
     * @param layer layer and pooling
     * @param silhouette of a split in two, −1 to 1
     * @param daviesBouldin of the same split; the lower the better separated
     * @param baseline the scan that the distances are from: the last healthy one; null where there is none
     * @param energyDistance to the baseline, in units of the vectors
     * @param pValue part of random divisions of both scans' vectors that lie as far apart
     * @param frechetDistance to the baseline, in squared units of the vectors
     */
    public record Shape(
            String label,
            String layer,
            int samples,
            double silhouette,
            double daviesBouldin,
            @Nullable String baseline,
            @Nullable Double energyDistance,
            @Nullable Double pValue,
            @Nullable Double frechetDistance) {}

    /**
     * A sample that a trigger turns.
     *
     * @param before the label that the model gives it as it is
     * @param after the label that the model gives it with the trigger
     * @param code as it is
     * @param triggered with the trigger put in
     */
    public record Example(
            String triggerId, String sampleId, String before, String after, String code, String triggered) {}

    /**
     * How samples were read.
     *
     * @param limit most tokens of a sample that the model reads; null when nobody noted it
     * @param truncated samples that are longer: of what stands behind it nobody looked at anything
     * @param unread tokens of these that the model did not read
     * @param languages by name
     */
    public record Reading(@Nullable Integer limit, int truncated, long unread, List<Language> languages) {}

    /**
     * Samples of a language.
     *
     * @param name as it was declared, or as it was guessed; unknown where nothing told
     * @param declared whether somebody said so
     * @param own whether they were read by the language's own rules, rather than by what tokens most languages share
     */
    public record Language(String name, boolean declared, boolean own, int samples) {}

    /**
     * What a scan could have found.
     *
     * @param label that a trigger would lead to
     * @param textAuc how well text predicts it, out of fold; 0.5 is not at all
     * @param samples so many poisoned samples or more would have been found, nine times in ten, if the model obeyed
     *     their trigger; null when no number would
     * @param rate that number as a part of all samples
     * @param help what it would take, where no number would
     */
    public record Power(
            String label,
            double textAuc,
            @Nullable Integer samples,
            @Nullable Double rate,
            @Nullable String help) {}

    /** Time of one stage. */
    public record Stage(String name, double seconds) {}

    /**
     * What one kind of device did.
     *
     * @param device cpu or cuda
     * @param seconds that replicas spent on the samples, summed; probes are not among them
     */
    public record Device(String device, double seconds, int samples) {}
}
