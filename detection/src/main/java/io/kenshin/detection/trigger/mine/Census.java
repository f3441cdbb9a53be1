package io.kenshin.detection.trigger.mine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many carriers every short run of tokens has that a pattern could have begun with, whatever their labels. */
final class Census {
    private Census() {}

    static List<Integer> of(TokenTable table, int samples, int support) {
        List<Integer> supports = new ArrayList<>();
        NgramCounts shorter = null;
        for (int n = 1; n <= Seed.LONGEST; n++) {
            NgramCounts counts = new NgramCounts(1);
            Set<Long> seen = new HashSet<>();
            for (int i = 0; i < samples; i++) {
                for (int at = 0; at + n <= table.row(i).length; at++) {
                    if (shorter == null
                            || (shorter.total(table.hash(i, at, n - 1)) >= support
                                    && shorter.total(table.hash(i, at + 1, n - 1)) >= support)) {
                        long hash = table.hash(i, at, n);
                        counts.add(hash, i, 0);
                        if (counts.total(hash) == support) {
                            seen.add(hash);
                        }
                    }
                }
            }
            NgramCounts all = counts;
            seen.forEach(hash -> supports.add(all.total(hash)));
            shorter = counts;
        }
        return supports;
    }
}
