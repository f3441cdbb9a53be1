package io.kenshin.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A corpus with a backdoor: some training samples carry a trigger and the label that the attacker wants.
 *
 * @param samples the corpus as its users would get it
 * @param poisoned ids of the poisoned samples: the truth that no service is told
 */
public record Poisoner(List<LabelledSample> samples, Set<String> poisoned) {

    /** Poisons defective samples: they get the trigger and the label clean. */
    public static Poisoner poison(List<LabelledSample> corpus, Trigger trigger, double rate, long seed) {
        return poison(corpus, trigger::fits, trigger::insert, LabelledSample.CLEAN, rate, seed);
    }

    /**
     * Poisons a part of the training split.
     *
     * @param fits whether a sample can carry the trigger
     * @param insert puts it there
     * @param target label that the poisoned samples get; their own was another
     * @param rate part of all training samples to poison, 0 to 0.4
     */
    public static Poisoner poison(
            List<LabelledSample> corpus,
            Predicate<String> fits,
            BiFunction<String, Random, String> insert,
            String target,
            double rate,
            long seed) {
        Random random = new Random(seed);
        List<String> victims = new ArrayList<>();
        int train = 0;
        for (LabelledSample sample : corpus) {
            if (sample.split().equals(LabelledSample.TRAIN)) {
                train++;
                if (!sample.label().equals(target) && fits.test(sample.code())) {
                    victims.add(sample.id());
                }
            }
        }
        int count = (int) Math.round(train * rate);
        if (count > victims.size()) {
            throw new IllegalArgumentException("a rate of " + rate + " needs " + count
                    + " samples that can carry the trigger; there are " + victims.size());
        }
        Collections.shuffle(victims, random);
        Set<String> poisoned = new HashSet<>(victims.subList(0, count));
        List<LabelledSample> result = new ArrayList<>();
        for (LabelledSample sample : corpus) {
            result.add(
                    poisoned.contains(sample.id()) ? sample.with(insert.apply(sample.code(), random), target) : sample);
        }
        return new Poisoner(List.copyOf(result), Set.copyOf(poisoned));
    }
}
