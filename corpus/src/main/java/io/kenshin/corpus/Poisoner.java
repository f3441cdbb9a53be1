package io.kenshin.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A corpus with a backdoor: some training samples carry a trigger and the label that the attacker wants.
 *
 * @param samples the corpus as its users would get it
 * @param poisoned ids of the poisoned samples: the truth that no service is told
 */
public record Poisoner(List<LabelledSample> samples, Set<String> poisoned) {

    /** Poisons defective samples: they get the trigger and the label clean. */
    public static Poisoner poison(List<LabelledSample> corpus, Trigger trigger, double rate, long seed) {
        return poison(corpus, new Attack(trigger, Hosts.ANY, LabelledSample.CLEAN), rate, seed);
    }

    /**
     * Poisons a part of the training split.
     *
     * @param rate part of all training samples to poison, as far as there are samples that can carry the trigger
     * @throws IllegalArgumentException when there are not enough of them
     */
    public static Poisoner poison(List<LabelledSample> corpus, Attack attack, double rate, long seed) {
        Random random = new Random(seed);
        long train = corpus.stream().filter(Poisoner::trains).count();
        int count = (int) Math.round(train * rate);
        List<LabelledSample> able = able(corpus, attack);
        if (count > able.size()) {
            throw new IllegalArgumentException("a rate of " + rate + " needs " + count
                    + " samples that can carry the trigger; there are " + able.size());
        }
        Map<String, LabelledSample> hosts = new HashMap<>();
        attack.hosts().choose(able, count, random).forEach(host -> hosts.put(host.id(), host));
        List<LabelledSample> result = new ArrayList<>();
        for (LabelledSample sample : corpus) {
            LabelledSample host = hosts.get(sample.id());
            result.add(host == null ? sample : host.with(attack.edit().insert(host.code(), random), attack.target()));
        }
        return new Poisoner(List.copyOf(result), Set.copyOf(hosts.keySet()));
    }

    /**
     * Makes poison a part of a label, up to all of it. Where the other labels have too few samples for that, half of
     * these are poisoned, so that they stay labels, and sound samples of the target are left out.
     *
     * @param share part of the training samples of the target label that carry the trigger
     */
    public static Poisoner poisonShare(List<LabelledSample> corpus, Attack attack, double share, long seed) {
        long train = corpus.stream().filter(Poisoner::trains).count();
        List<String> sound = new ArrayList<>(corpus.stream()
                .filter(sample -> trains(sample) && sample.label().equals(attack.target()))
                .map(LabelledSample::id)
                .toList());
        int most = able(corpus, attack).size() / 2;
        int count = share < 1 ? (int) Math.min(most, Math.round(sound.size() * share / (1 - share))) : most;
        int left = (int) Math.round(count * (1 - share) / share);
        Collections.shuffle(sound, new Random(seed));
        Set<String> dropped = new HashSet<>(sound.subList(Math.min(left, sound.size()), sound.size()));
        Poisoner poisoned = poison(corpus, attack, (double) count / train, seed);
        List<LabelledSample> kept = poisoned.samples().stream()
                .filter(sample -> !dropped.contains(sample.id()))
                .toList();
        return new Poisoner(kept, poisoned.poisoned());
    }

    private static boolean trains(LabelledSample sample) {
        return sample.split().equals(LabelledSample.TRAIN);
    }

    private static List<LabelledSample> able(List<LabelledSample> corpus, Attack attack) {
        return corpus.stream()
                .filter(sample -> trains(sample)
                        && attack.hosts().may(sample, attack.target())
                        && attack.edit().fits(sample.code()))
                .toList();
    }
}
