package io.kenshin.scan.rare;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A few carriers of a pattern, the same ones whatever the order of arrival: those of least priority. They tell which
 * patterns have the same carriers, and whether carriers are copies of each other.
 */
final class Carriers {
    /** So many are kept of each pattern. */
    static final int MOST = 24;
    /** Of two patterns, so many carriers have to be comparable. */
    private static final int COMPARABLE = 4;
    /** Patterns say the same when they share this part of their carriers. */
    private static final double SAME = 0.8;

    /** Least part of drawn samples that is no copy, for copies to be known by their likeness. */
    private static final double USUAL = 0.5;

    private static final int FIRST = 4;

    /** Ascending. */
    private long[] priorities = new long[FIRST];

    private int[] likenesses = new int[FIRST];
    private int[] originals = new int[FIRST];
    private int size;

    /**
     * Takes a carrier.
     *
     * @param likeness what its code is like
     * @param original the same for code that is nearly the same, such as copies with other names
     */
    void offer(long priority, int likeness, int original) {
        if (!wants(priority)) {
            return;
        }
        int at = Arrays.binarySearch(priorities, 0, size, priority);
        at = at < 0 ? -at - 1 : at;
        if (size < MOST) {
            makeRoom();
            size++;
        }
        for (int i = size - 1; i > at; i--) {
            move(i - 1, i);
        }
        priorities[at] = priority;
        likenesses[at] = likeness;
        originals[at] = original;
    }

    boolean wants(long priority) {
        return size < MOST || priority < priorities[size - 1];
    }

    private void makeRoom() {
        if (size == priorities.length) {
            int room = Math.min(MOST, size * 2);
            priorities = Arrays.copyOf(priorities, room);
            likenesses = Arrays.copyOf(likenesses, room);
            originals = Arrays.copyOf(originals, room);
        }
    }

    private void move(int from, int to) {
        priorities[to] = priorities[from];
        likenesses[to] = likenesses[from];
        originals[to] = originals[from];
    }

    /**
     * How many of them say something of their own, 0 to 1: the part that is no copy of another one, over the same part
     * of samples that were drawn from all. Where those are all alike, as in a data set of one-line methods, likeness
     * says nothing about copies.
     */
    double distinct(Carriers drawn) {
        double usual = drawn.distinct(size);
        return usual < USUAL ? 1 : Math.min(1, distinct(size) / usual);
    }

    /** The part of the first ones that is no copy of another one. */
    private double distinct(int most) {
        Set<Integer> distinct = new HashSet<>();
        int looked = Math.min(most, size);
        for (int i = 0; i < looked; i++) {
            distinct.add(originals[i]);
        }
        return looked == 0 ? 0 : (double) distinct.size() / looked;
    }

    /** Whether most of them are carriers of another pattern. */
    boolean areAmong(Carriers other) {
        long last = other.size < MOST ? Long.MAX_VALUE : other.priorities[other.size - 1];
        int compared = 0;
        int shared = 0;
        for (int i = 0; i < size && priorities[i] <= last; i++) {
            compared++;
            shared += Arrays.binarySearch(other.priorities, 0, other.size, priorities[i]) >= 0 ? 1 : 0;
        }
        return compared >= COMPARABLE && shared >= SAME * compared;
    }

    int[] likenesses() {
        return Arrays.copyOf(likenesses, size);
    }
}
