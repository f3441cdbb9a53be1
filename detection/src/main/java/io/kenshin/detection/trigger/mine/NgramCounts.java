package io.kenshin.detection.trigger.mine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts in how many samples of each label an n-gram occurs: an open-addressing table of hashes, because boxed keys
 * would cost ten times the memory.
 */
final class NgramCounts {
    private final int labels;
    private long[] keys = new long[1 << 16];
    private int[] counts;
    private int[] last = new int[1 << 16];
    private int size;

    NgramCounts(int labels) {
        this.labels = labels;
        counts = new int[keys.length * labels];
        Arrays.fill(last, -1);
    }

    /**
     * The n-grams of every sample, but for those that begin or end with a rarer one than asked for.
     *
     * @param groups the label that each sample counts for, less than {@code labels}
     * @param shorter the n-grams of one token less; null for single tokens
     */
    static NgramCounts of(
            TokenTable table, int[] groups, int labels, int n, @Nullable NgramCounts shorter, int support) {
        NgramCounts counts = new NgramCounts(labels);
        for (int i = 0; i < groups.length; i++) {
            for (int at = 0; at + n <= table.row(i).length; at++) {
                if (shorter == null
                        || (shorter.total(table.hash(i, at, n - 1)) >= support
                                && shorter.total(table.hash(i, at + 1, n - 1)) >= support)) {
                    counts.add(table.hash(i, at, n), i, groups[i]);
                }
            }
        }
        return counts;
    }

    /** The number of samples of every n-gram that has so many. */
    IntStream totals(int least) {
        return IntStream.range(0, keys.length)
                .filter(slot -> last[slot] >= 0)
                .map(slot -> total(keys[slot]))
                .filter(total -> total >= least);
    }

    /** Counts a sample once, however often the n-gram occurs in it; samples come in ascending order. */
    void add(long hash, int sample, int label) {
        int slot = slot(hash);
        if (last[slot] < 0) {
            keys[slot] = hash;
            if (++size * 2 > keys.length) {
                grow();
                slot = slot(hash);
            }
        }
        if (last[slot] != sample) {
            last[slot] = sample;
            counts[slot * labels + label]++;
        }
    }

    int count(long hash, int label) {
        int slot = slot(hash);
        return last[slot] < 0 ? 0 : counts[slot * labels + label];
    }

    int total(long hash) {
        int total = 0;
        for (int label = 0; label < labels; label++) {
            total += count(hash, label);
        }
        return total;
    }

    private int slot(long hash) {
        int mask = keys.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (last[slot] >= 0 && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        int[] oldLast = last;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length * labels];
        last = new int[keys.length];
        Arrays.fill(last, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLast[i] >= 0 || oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                last[slot] = Math.max(0, oldLast[i]);
                System.arraycopy(oldCounts, i * labels, counts, slot * labels, labels);
            }
        }
    }
}
