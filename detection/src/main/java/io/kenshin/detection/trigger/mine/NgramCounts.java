package io.kenshin.detection.trigger.mine;

import java.util.Arrays;

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
