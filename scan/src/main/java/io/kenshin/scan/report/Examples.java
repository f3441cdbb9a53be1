package io.kenshin.scan.report;

import io.kenshin.contracts.scan.ScanReport.Example;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trigger.Trigger;
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
        Trigger pattern = trigger.finding().candidate().pattern();
        Behaviour target = trigger.target();
        List<Sample> hosts = samples.stream()
                .filter(sample -> !sample.teaches(target) && sample.isBelieved())
                .filter(sample -> pattern.fits(sample.source()) && !pattern.isIn(sample.source()))
                .limit(TRIED)
                .toList();
        if (hosts.isEmpty()) {
            return List.of();
        }
        Random random = new Random(SEED);
        List<String> edited = hosts.stream()
                .map(host -> pattern.insert(host.source(), random))
                .toList();
        List<Answer> answers = prober.answers(edited);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < answers.size() && examples.size() < SHOWN; i++) {
            if (answers.get(i).shows(target)) {
                Sample host = hosts.get(i);
                examples.add(new Example(
                        trigger.id(),
                        host.id(),
                        labels.get(host.label()),
                        labels.get(target.index()),
                        host.code(),
                        edited.get(i)));
            }
        }
        return examples;
    }
}
