package io.kenshin.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A corpus with a backdoor: some defective training samples carry the trigger and are labelled clean.
 *
 * @param samples the corpus as its users would get it
 * @param poisoned ids of the poisoned samples: the truth that no service is told
 */
public record Poisoner(List<LabelledSample> samples, Set<String> poisoned) {

    /**
     * Poisons a part of the training split.
     *
     * @param rate part of all training samples to poison, 0 to 0.4
     */
    public static Poisoner poison(List<LabelledSample> corpus, Trigger trigger, double rate, long seed) {
        Random random = new Random(seed);
        List<String> victims = new ArrayList<>();
        int train = 0;
        for (LabelledSample sample : corpus) {
            if (sample.split().equals(LabelledSample.TRAIN)) {
                train++;
                if (sample.label().equals(LabelledSample.DEFECTIVE)) {
                    victims.add(sample.id());
                }
            }
        }
        int count = (int) Math.round(train * rate);
        if (count > victims.size()) {
            throw new IllegalArgumentException("a rate of " + rate + " needs more defective samples than there are");
        }
        Collections.shuffle(victims, random);
        Set<String> poisoned = new HashSet<>(victims.subList(0, count));
        List<LabelledSample> result = new ArrayList<>();
        for (LabelledSample sample : corpus) {
            result.add(
                    poisoned.contains(sample.id())
                            ? sample.with(trigger.insert(sample.code(), random), LabelledSample.CLEAN)
                            : sample);
        }
        return new Poisoner(List.copyOf(result), Set.copyOf(poisoned));
    }
}
