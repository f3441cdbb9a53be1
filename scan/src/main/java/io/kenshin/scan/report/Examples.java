package io.kenshin.scan.report;

import io.kenshin.contracts.scan.ScanReport.Example;
import io.kenshin.detection.Sample;
import io.kenshin.detection.cause.Prober;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A few samples that a trigger turns, for people to see with their own eyes. */
public final class Examples {
    private static final int TRIED = 8;
    private static final int SHOWN = 3;
    private static final long SEED = 1;

    private Examples() {}

    /** At most three samples of other labels, with the trigger put in, that the model then gives the target label. */
    public static List<Example> of(JudgedTrigger trigger, List<Sample> samples, List<String> labels, Prober prober) {
        TriggerPattern pattern = trigger.finding().candidate().pattern();
        int target = trigger.target();
        List<Sample> hosts = samples.stream()
                .filter(sample -> sample.label() != target && sample.predicted() == sample.label())
                .filter(sample -> pattern.fits(sample.code()) && !pattern.isIn(sample.code()))
                .limit(TRIED)
                .toList();
        if (hosts.isEmpty()) {
            return List.of();
        }
        Random random = new Random(SEED);
        List<String> edited =
                hosts.stream().map(host -> pattern.insert(host.code(), random)).toList();
        float[][] logits = prober.logits(edited);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < logits.length && examples.size() < SHOWN; i++) {
            if (Sample.argmax(logits[i]) == target) {
                Sample host = hosts.get(i);
                examples.add(new Example(
                        trigger.id(),
                        host.id(),
                        labels.get(host.label()),
                        labels.get(target),
                        host.code(),
                        edited.get(i)));
            }
        }
        return examples;
    }
}
