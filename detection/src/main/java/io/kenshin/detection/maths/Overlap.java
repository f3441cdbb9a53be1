package io.kenshin.detection.maths;

import java.util.BitSet;

/** What sets have in common, and what not. */
public final class Overlap {
    private Overlap() {}

    /** The members of {@code all} that are none of {@code these}; a set of its own. */
    public static BitSet without(BitSet all, BitSet these) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(these);
        return rest;
    }

    /** The members of both; a set of its own. */
    public static BitSet both(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both;
    }

    /** Number of members of both. */
    public static int shared(BitSet a, BitSet b) {
        return both(a, b).cardinality();
    }

    /** Part of {@code inner} that lies in {@code outer}, 0 to 1; 0 when nothing is in it. */
    public static double part(BitSet inner, BitSet outer) {
        return inner.isEmpty() ? 0 : (double) shared(inner, outer) / inner.cardinality();
    }

    /** Part of all members that are members of both, 0 to 1 (Jaccard, 1912); 0 when there are none. */
    public static double jaccard(BitSet a, BitSet b) {
        int shared = shared(a, b);
        int union = a.cardinality() + b.cardinality() - shared;
        return union == 0 ? 0 : (double) shared / union;
    }
}
