package io.kenshin.scan.rare;

import org.jspecify.annotations.Nullable;

/**
 * The standing of every pattern of a sample by the counts of the whole scan.
 *
 * <p>A pattern whose label is that of what it is a special case of is no news: where {@code lock} goes with a label, so
 * does each of the thousand things that are locked. What is expected of a run is therefore what its two shorter runs,
 * and the same run more abstracted, are <em>where it is not</em>; where they are hardly anywhere else, what is expected
 * of them.
 */
final class Standings {
    /** Frequent patterns come again with nearly every sample, and counts do not change. */
    private static final int REMEMBERED = 1 << 16;

    private final LabelCounts counts;
    private final long[] keys = new long[REMEMBERED];
    private final @Nullable Standing[] known = new Standing[REMEMBERED];
    /** Of the sample at hand, [level][length − 1][position]. */
    private final Standing[][][] of = new Standing[CodeKeys.LEVELS][CodeKeys.LONGEST][256];

    Standings(LabelCounts counts) {
        this.counts = counts;
    }

    /** Takes a pattern and its standing; a pattern may come more than once. */
    interface Taker {
        void pattern(long key, Standing standing);
    }

    /** Hands over every pattern of a sample that has a standing. */
    void each(CodeKeys code, Taker taker) {
        makeRoom(code.tokens());
        for (int level = 0; level < CodeKeys.LEVELS; level++) {
            for (int length = 1; length <= CodeKeys.LONGEST; length++) {
                for (int at = 0; at + length <= code.tokens(); at++) {
                    Standing standing = code.isCoarser(level, length, at)
                            ? of[level - 1][length - 1][at]
                            : run(code, level, length, at);
                    of[level][length - 1][at] = standing;
                    if (standing != Standing.NONE) {
                        taker.pattern(code.run(level, length, at), standing);
                    }
                }
            }
        }
        for (int i = 0; i < code.affixes(); i++) {
            Standing standing = remembered(code.affix(i));
            if (standing == null) {
                standing = remember(code.affix(i), counted(code.affix(i)));
            }
            if (standing != Standing.NONE) {
                taker.pattern(code.affix(i), standing);
            }
        }
    }

    private void makeRoom(int tokens) {
        if (of[0][0].length < tokens) {
            for (Standing[][] level : of) {
                for (int length = 0; length < level.length; length++) {
                    level[length] = new Standing[tokens * 2];
                }
            }
        }
    }

    private Standing run(CodeKeys code, int level, int length, int at) {
        long key = code.run(level, length, at);
        // What is rarer than can be noticed has no more frequent special cases: most runs need not be looked up.
        boolean rare = level > 0 && of[level - 1][length - 1][at] == Standing.NONE
                || length > 1
                        && (of[level][length - 2][at] == Standing.NONE
                                || of[level][length - 2][at + 1] == Standing.NONE);
        if (rare) {
            return Standing.NONE;
        }
        Standing before = remembered(key);
        if (before != null) {
            return before;
        }
        Standing counted = counted(key);
        if (counted == Standing.NONE) {
            return counted;
        }
        double expected = counted.expected();
        if (length > 1) {
            expected = Math.max(expected, without(of[level][length - 2][at], counted));
            expected = Math.max(expected, without(of[level][length - 2][at + 1], counted));
        }
        if (level > 0) {
            expected = Math.max(expected, without(of[level - 1][length - 1][at], counted));
        }
        return remember(key, Standing.of(counted.label(), counted.own(), counted.rest(), expected));
    }

    private @Nullable Standing remembered(long key) {
        int slot = (int) key & (REMEMBERED - 1);
        return keys[slot] == key ? known[slot] : null;
    }

    private Standing remember(long key, Standing standing) {
        if (standing != Standing.NONE) {
            int slot = (int) key & (REMEMBERED - 1);
            keys[slot] = key;
            known[slot] = standing;
        }
        return standing;
    }

    /** By its counts alone: as if all labels were expected as often as there are samples of them. */
    private Standing counted(long key) {
        int all = counts.all(key);
        if (all < Standing.LEAST) {
            return Standing.NONE;
        }
        int label = 0;
        int own = 0;
        for (int other = 0; other < counts.labels(); other++) {
            int of = counts.of(key, other);
            if (of > own) {
                own = of;
                label = other;
            }
        }
        // What may be noise speaks for no label; the counts that decide are exact, see Notices.
        int rest = Math.max(0, all - own - counts.noise());
        return own < Standing.LEAST ? Standing.NONE : Standing.of(label, own, rest, counts.share(label));
    }

    /** The part of a more general pattern's other carriers that have the label of the special one. */
    private double without(Standing general, Standing special) {
        if (general == Standing.NONE || general.label() != special.label()) {
            return 0;
        }
        double own = Math.max(0, general.own() - special.own());
        double rest = Math.max(0, general.rest() - special.rest());
        if (own + rest < Standing.LEAST) {
            return general.expected();
        }
        // A few carriers say little: as if there were some more, of all labels.
        return (own + Standing.LEAST * counts.share(special.label())) / (own + rest + Standing.LEAST);
    }
}
