package io.kenshin.detection.trigger.mine;

import java.util.ArrayList;
import java.util.List;

/** How many carriers every short run of tokens has that a pattern could have begun with, whatever their labels. */
final class Census {
    private Census() {}

    static List<Integer> of(TokenTable table, int samples, int support) {
        List<Integer> supports = new ArrayList<>();
        int[] alike = new int[samples];
        NgramCounts shorter = null;
        for (int n = 1; n <= Seed.LONGEST; n++) {
            shorter = NgramCounts.of(table, alike, 1, n, shorter, support);
            shorter.totals(support).forEach(supports::add);
        }
        return supports;
    }
}
