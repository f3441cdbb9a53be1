package io.kenshin.scan.rare;

import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.sample.SaltedHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The label that the frequent patterns of a sample speak for (naive Bayes, labels equally likely before). What is rare,
 * a trigger for one, has no say: so carriers of a planted pattern lean to the label that they had, and carriers of a
 * natural one to the label that they have.
 */
final class Leaning {
    /** Runs of up to so many tokens have a say: with names as they are, and without. */
    private static final int LONGEST = 3;

    private static final int LEVELS = 2;

    private final int labels;
    private final CodeKeys code;
    private final KeySet seen = new KeySet();
    /** What each frequent pattern says for each label. */
    private final Map<Long, double[]> weights = new HashMap<>();

    /**
     * Learns from samples.
     *
     * @param least number of samples that a pattern is in to have a say
     */
    Leaning(int labels, SaltedHash hash, List<Sample> samples, int least) {
        this.labels = labels;
        code = new CodeKeys(hash);
        int[] sizes = new int[labels];
        samples.forEach(sample -> sizes[sample.label()]++);
        for (int length = 1; length <= LONGEST; length++) {
            learn(length, samples, sizes, least);
        }
    }

    private interface Taker {
        void run(long key);
    }

    /** Counts the runs of a length whose beginning is frequent: of those without, there are too many to count. */
    private void learn(int length, List<Sample> samples, int[] sizes, int least) {
        Map<Long, int[]> all = new HashMap<>();
        for (Sample sample : samples) {
            runs(sample, length, key -> all.computeIfAbsent(key, fresh -> new int[1])[0]++);
        }
        all.values().removeIf(count -> count[0] < least);
        Map<Long, int[]> byLabel = new HashMap<>();
        all.keySet().forEach(key -> byLabel.put(key, new int[labels]));
        for (Sample sample : samples) {
            runs(sample, length, key -> {
                int[] counts = byLabel.get(key);
                if (counts != null) {
                    counts[sample.label()]++;
                }
            });
        }
        byLabel.forEach((key, counts) -> {
            double[] says = new double[labels];
            for (int label = 0; label < labels; label++) {
                says[label] = Math.log((counts[label] + 1.0) / (sizes[label] + 2.0));
            }
            weights.put(key, says);
        });
    }

    private void runs(Sample sample, int length, Taker taker) {
        code.read(sample.source());
        seen.clear();
        for (int level = 0; level < LEVELS; level++) {
            for (int at = 0; at + length <= code.tokens(); at++) {
                long key = code.run(level, length, at);
                boolean open = length == 1 || weights.containsKey(code.run(level, length - 1, at));
                if (open && seen.add(key)) {
                    taker.run(key);
                }
            }
        }
    }

    /** The label that a sample leans to; its own when nothing speaks for another. */
    int of(Sample sample) {
        code.read(sample.source());
        return of(code, sample.label());
    }

    /** The label that code leans to; its own when nothing speaks for another. */
    int of(CodeKeys some, int own) {
        double[] sums = new double[labels];
        seen.clear();
        for (int level = 0; level < LEVELS; level++) {
            for (int at = 0; at < some.tokens(); at++) {
                addRuns(some, level, at, sums);
            }
        }
        int best = own;
        for (int label = 0; label < labels; label++) {
            best = sums[label] > sums[best] ? label : best;
        }
        return best;
    }

    /** Adds what the runs that begin at a position say. */
    private void addRuns(CodeKeys some, int level, int at, double[] sums) {
        for (int length = 1; length <= LONGEST && at + length <= some.tokens(); length++) {
            long key = some.run(level, length, at);
            double @Nullable [] says = weights.get(key);
            if (says == null) {
                return;
            }
            if (seen.add(key)) {
                for (int label = 0; label < labels; label++) {
                    sums[label] += says[label];
                }
            }
        }
    }
}
