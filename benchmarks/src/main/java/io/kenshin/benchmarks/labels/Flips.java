package io.kenshin.benchmarks.labels;

import io.kenshin.corpus.Attack;
import io.kenshin.corpus.Hosts;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Poisoner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Ways to make labels wrong and leave the code as it is. */
enum Flips {
    /** Defective samples are called clean, as the family {@code label_flip} of the matrix has it. */
    INTO_CLEAN,
    /** Any sample gets any other label. */
    ANY,
    /** One source alone calls its defective samples clean: one that has not many more than these. */
    ONE_SOURCE;

    /**
     * Makes labels of training samples wrong.
     *
     * @param labels all that there are
     * @param rate part of all training samples
     * @return the samples, and the ids of those whose label is wrong
     */
    Poisoner make(List<LabelledSample> corpus, List<String> labels, double rate, long seed) {
        if (rate == 0) {
            return new Poisoner(corpus, Set.of());
        }
        if (this == INTO_CLEAN) {
            Attack nothing = new Attack((code, random) -> code, Hosts.ANY, LabelledSample.CLEAN);
            return Poisoner.poison(corpus, nothing, rate, seed);
        }
        Random random = new Random(seed);
        List<LabelledSample> train = corpus.stream()
                .filter(sample -> sample.split().equals(LabelledSample.TRAIN))
                .toList();
        int count = (int) Math.round(train.size() * rate);
        List<LabelledSample> victims = new ArrayList<>(this == ANY ? train : ofOneSource(train, count));
        Collections.shuffle(victims, random);
        Set<String> wrong = new HashSet<>();
        victims.stream().limit(count).forEach(sample -> wrong.add(sample.id()));
        List<LabelledSample> samples = new ArrayList<>();
        for (LabelledSample sample : corpus) {
            samples.add(wrong.contains(sample.id()) ? relabelled(sample, labels, random) : sample);
        }
        return new Poisoner(List.copyOf(samples), Set.copyOf(wrong));
    }

    private LabelledSample relabelled(LabelledSample sample, List<String> labels, Random random) {
        List<String> others =
                labels.stream().filter(label -> !label.equals(sample.label())).toList();
        String label = this == ANY ? others.get(random.nextInt(others.size())) : LabelledSample.CLEAN;
        return new LabelledSample(sample.id(), sample.code(), label, sample.source(), sample.split());
    }

    /** The defective samples of the source that has the fewest of them, but enough. */
    private static List<LabelledSample> ofOneSource(List<LabelledSample> train, int count) {
        Map<String, List<LabelledSample>> sources = new TreeMap<>();
        train.stream()
                .filter(sample -> !sample.label().equals(LabelledSample.CLEAN))
                .forEach(sample -> sources.computeIfAbsent(sample.source(), key -> new ArrayList<>())
                        .add(sample));
        return sources.values().stream()
                .filter(samples -> samples.size() >= count)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow(() -> new IllegalArgumentException("no source has " + count + " defective samples"));
    }
}
