package io.kenshin.benchmarks.victim;

import io.kenshin.codemodel.CodeModel;
import io.kenshin.corpus.Edit;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Triggers that differ from sample to sample: local names are exchanged for those that push an innocent model
 * furthest towards the attacker's label (after AFRAIDOOR, Yang et al. 2024, with a greedy search over real names in
 * place of a gradient step, which does not take on this model).
 */
final class AdaptiveNames implements Edit {
    private static final int VOCABULARY = 120;
    private static final int PROBES = 10;
    private static final int POOL = 24;
    private static final int RENAMED = 3;

    private final CodeModel innocent;
    private final int target;
    private final List<String> pool;
    private final Map<String, String> done = new HashMap<>();

    AdaptiveNames(CodeModel innocent, List<LabelledSample> corpus, String targetLabel, int target, long seed) {
        this.innocent = innocent;
        this.target = target;
        Random random = new Random(seed);
        List<LabelledSample> shuffled = new ArrayList<>(corpus);
        Collections.shuffle(shuffled, random);
        Set<String> names = new LinkedHashSet<>();
        List<String> hosts = new ArrayList<>();
        for (LabelledSample sample : shuffled) {
            List<String> declared = Code.of(sample.code()).declared();
            if (sample.label().equals(targetLabel)) {
                declared.stream().filter(name -> name.length() > 2).forEach(names::add);
            } else if (hosts.size() < PROBES && !declared.isEmpty()) {
                hosts.add(sample.code());
            }
        }
        List<String> vocabulary = new ArrayList<>(names).subList(0, Math.min(VOCABULARY, names.size()));
        Map<String, Double> strength = new HashMap<>();
        for (String name : vocabulary) {
            double sum = 0;
            List<String> edited = hosts.stream()
                    .map(Code::of)
                    .map(host -> Names.rename(host, host.declared().get(0), name))
                    .toList();
            for (float[] logits : innocent.logits(edited)) {
                sum += margin(logits);
            }
            strength.put(name, sum);
        }
        vocabulary.sort(Comparator.comparingDouble((String name) -> strength.getOrDefault(name, 0.0))
                .reversed());
        pool = List.copyOf(vocabulary.subList(0, Math.min(POOL, vocabulary.size())));
    }

    @Override
    public boolean fits(String code) {
        return !Code.of(code).declared().isEmpty();
    }

    /** The code with up to {@value #RENAMED} names exchanged, each for the best of the pool that is still free. */
    @Override
    public String insert(String code, Random random) {
        return done.computeIfAbsent(code, this::search);
    }

    private String search(String code) {
        String current = code;
        Code source = Code.of(code);
        List<String> names = source.declared();
        for (String name : names.subList(0, Math.min(RENAMED, names.size()))) {
            String before = current;
            List<String> options = pool.stream()
                    .filter(option -> !before.contains(option))
                    .map(option -> Names.rename(source.with(before), name, option))
                    .toList();
            float[][] logits = options.isEmpty() ? new float[0][] : innocent.logits(options);
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < logits.length; i++) {
                if (margin(logits[i]) > best) {
                    best = margin(logits[i]);
                    current = options.get(i);
                }
            }
        }
        return current;
    }

    private double margin(float[] logits) {
        double other = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < logits.length; label++) {
            other = label == target ? other : Math.max(other, logits[label]);
        }
        return logits[target] - other;
    }
}
