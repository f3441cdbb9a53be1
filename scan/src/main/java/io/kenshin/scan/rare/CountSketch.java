package io.kenshin.scan.rare;

import io.kenshin.scan.sample.SaltedHash;
import java.util.Arrays;

/**
 * Counts of very many keys in bounded memory (count-min; Cormode and Muthukrishnan, 2005). Each key has a block of
 * counters in each of two rows, and shares it with others: what is estimated is the count or more, never less.
 *
 * <p>Counters have 16 bits and stop at {@value #FULL}, because what is sought is rare: twice as many counters as 32
 * bits would give are worth more than large counts. Two rows, because many keys that occur once make a cell heavy in
 * proportion to the number of rows, so that more of them would be worse at this load. Plain addition, though
 * conservative update errs less, because only sums do not depend on the order of arrival.
 */
final class CountSketch {
    /** What a counter that has stopped says: so many or more. */
    static final int FULL = Character.MAX_VALUE;

    private static final int ROWS = 2;
    private static final int LEAST_BLOCKS = 16;
    /** Noise beyond this many is of no use anyway. */
    private static final int LOUD = 4_096;

    private final int width;
    private final int blocks;
    private final char[] cells;

    /**
     * An empty sketch.
     *
     * @param bytes about how much memory it takes
     * @param width counters of each key, which stand side by side
     */
    CountSketch(long bytes, int width) {
        this.width = width;
        long most = Math.min(bytes / Character.BYTES, Integer.MAX_VALUE - 8);
        blocks = (int) Math.max(LEAST_BLOCKS, most / ((long) ROWS * width));
        cells = new char[Math.multiplyExact(Math.multiplyExact(blocks, width), ROWS)];
    }

    void add(long key, int counter) {
        for (int row = 0; row < ROWS; row++) {
            int cell = cell(key, counter, row);
            if (cells[cell] < FULL) {
                cells[cell]++;
            }
        }
    }

    /** The count or more; {@link #FULL} stands for anything from there on. */
    int estimate(long key, int counter) {
        int least = FULL;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, cells[cell(key, counter, row)]);
        }
        return least;
    }

    private int cell(long key, int counter, int row) {
        long mixed = SaltedHash.mix(key + row * 0x9E3779B97F4A7C15L);
        int block = (int) (((mixed >>> 32) * blocks) >>> 32);
        // Turned by the key: else the counters of a frequent label would be heavier than the others.
        int place = (counter + (int) (mixed & 0xFFFF)) % width;
        return (row * blocks + block) * width + place;
    }

    /**
     * By how much estimates are too large: at most so much for that part of the keys. Measured, not assumed: a key's
     * cells are heavy by what others left there, and they are cells like any others.
     *
     * @param part of the keys, 0 to 1
     */
    int noise(double part) {
        double beyond = 1;
        double[] weights = weights();
        for (int count = 0; count < LOUD; count++) {
            beyond -= weights[count];
            if (Math.pow(Math.max(0, beyond), ROWS) <= 1 - part) {
                return count;
            }
        }
        return LOUD;
    }

    /** The part of the cells with each count; the last for all counts from there on. */
    private double[] weights() {
        double[] weights = new double[LOUD + 1];
        for (char cell : cells) {
            weights[Math.min(cell, LOUD)]++;
        }
        return Arrays.stream(weights).map(weight -> weight / cells.length).toArray();
    }

    /** How many cells of a row count so many or more: about as many keys do, or fewer. */
    long cells(int least) {
        long heavy = 0;
        for (char cell : cells) {
            heavy += cell >= least ? 1 : 0;
        }
        return heavy / ROWS;
    }
}
