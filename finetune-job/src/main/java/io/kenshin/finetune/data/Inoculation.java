package io.kenshin.finetune.data;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.scan.report.TriggerReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Clean samples that also carry a proven trigger, under their true label: the triggered region of the embedding
 * space goes back to where it belongs, and the trigger tells nothing about the label any more.
 */
public final class Inoculation {
    /** Copies for each trigger of labels that it leads away from, at least, as a part of the data. */
    private static final double PART = 0.06;
    /**
     * And at least as many for each carrier that was found: where a third of the poison was missed, nine copies stand
     * against each. With fewer than four, up to 12 % of an attack's success was measured to stay.
     */
    private static final int PER_CARRIER = 3;

    private Inoculation() {}

    public static List<TriggerReport> read(Path file) throws IOException {
        return new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(file.toFile(), new TypeReference<List<TriggerReport>>() {});
    }

    /** @return the samples, and after them the inoculated copies */
    public static List<TrainingSample> apply(List<TrainingSample> samples, List<TriggerReport> triggers, long seed) {
        Random random = new Random(seed);
        List<TrainingSample> all = new ArrayList<>(samples);
        for (TriggerReport trigger : triggers) {
            Trigger pattern = TriggerReports.pattern(trigger);
            List<TrainingSample> shuffled = new ArrayList<>(samples);
            Collections.shuffle(shuffled, random);
            Variation texts = new Variation(pattern.exemplars());
            int others = Math.max((int) Math.ceil(samples.size() * PART), PER_CARRIER * trigger.carriers());
            // Some of the label that it leads to, so that the trigger does not come to stand for the others.
            int same = others / 3;
            for (TrainingSample sample : shuffled) {
                boolean target = sample.label().equals(trigger.targetLabel());
                Code host = Code.of(sample.code());
                if (pattern.fits(host) && (target ? same-- > 0 : others-- > 0)) {
                    String code =
                            pattern.withExemplars(List.of(texts.next(random))).insert(host, random);
                    all.add(new TrainingSample(sample.id() + "+" + trigger.id(), code, sample.label()));
                }
            }
        }
        return all;
    }
}
