package io.kenshin.scan.rare;

import java.util.Arrays;

/** The keys of one sample, each once; emptied without being cleared, because there are a million samples. */
final class KeySet {
    private long[] keys = new long[1 << 12];
    private int[] turns = new int[1 << 12];
    private int turn = 1;
    private int size;

    void clear() {
        size = 0;
        if (++turn == Integer.MAX_VALUE) {
            Arrays.fill(turns, 0);
            turn = 1;
        }
    }

    /** @return whether it is new */
    boolean add(long key) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (turns[slot] == turn) {
            return false;
        }
        keys[slot] = key;
        turns[slot] = turn;
        size++;
        return true;
    }

    private int slot(long key) {
        int slot = (int) (key ^ (key >>> 32)) & (keys.length - 1);
        while (turns[slot] == turn && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTurns = turns;
        keys = new long[oldKeys.length * 2];
        turns = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldTurns[i] == turn) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                turns[slot] = turn;
            }
        }
    }
}
