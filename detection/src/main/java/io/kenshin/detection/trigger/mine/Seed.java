package io.kenshin.detection.trigger.mine;

import io.kenshin.detection.maths.Association;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A short run of tokens that goes with a group of samples, where a pattern may grow from.
 *
 * @param sample one that holds it
 * @param at its first token there
 * @param n how many tokens it has
 * @param association with the group, as G²
 */
record Seed(int sample, int at, int n, double association) {
    static final int LONGEST = 4;

    /**
     * Every run that begins a pattern, the one that goes most with its group first.
     *
     * @param mined says how many members have to hold it, and which part of its holders they have to be
     */
    static List<Seed> in(TokenTable table, MinedGroup mined) {
        int[] groups = mined.groups();
        int wanted = mined.wanted();
        int support = mined.support();
        int groupCount = Arrays.stream(groups).max().orElse(0) + 1;
        int[] sizes = new int[groupCount];
        for (int group : groups) {
            sizes[group]++;
        }
        List<Seed> seeds = new ArrayList<>();
        NgramCounts shorter = null;
        for (int n = 1; n <= LONGEST; n++) {
            NgramCounts counts = NgramCounts.of(table, groups, groupCount, n, shorter, support);
            Set<Long> taken = new HashSet<>();
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] != wanted) {
                    continue;
                }
                for (int at = 0; at + n <= table.row(i).length; at++) {
                    long hash = table.hash(i, at, n);
                    int inside = counts.count(hash, wanted);
                    int total = counts.total(hash);
                    if (inside >= support && inside >= mined.purity() * total && taken.add(hash)) {
                        double association = Association.gSquared(inside, total, sizes[wanted], groups.length);
                        if (association > 0) {
                            seeds.add(new Seed(i, at, n, association));
                        }
                    }
                }
            }
            shorter = counts;
        }
        seeds.sort(Comparator.comparingDouble(Seed::association)
                .reversed()
                .thenComparing(Comparator.comparingInt(Seed::n).reversed())
                .thenComparingInt(Seed::sample)
                .thenComparingInt(Seed::at));
        return seeds;
    }
}
