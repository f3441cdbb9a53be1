package io.kenshin.codemodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How samples are cut into batches.
 *
 * @param samples most samples of a batch
 * @param tokens most tokens of a batch, padding counted; one sample alone may be longer
 * @param sameLength whether all samples of a batch must have the same length, for a model that knows no padding
 */
record Batches(int samples, int tokens, boolean sameLength) {
    /**
     * Batches of samples of like length.
     *
     * @param tokens [sample][token]; samples that are null are left out
     * @return positions of the samples, the longest first, so that no worker is left with a long batch when the others
     *     are done
     */
    List<List<Integer>> of(long[][] tokens) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] != null) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingInt(i -> -tokens[i].length));
        List<List<Integer>> batches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= order.size(); to++) {
            if (to == order.size()
                    || !fits(to - from + 1, tokens[order.get(from)].length, tokens[order.get(to)].length)) {
                batches.add(order.subList(from, to));
                from = to;
            }
        }
        return batches;
    }

    private boolean fits(int count, int longest, int next) {
        return count <= samples && (long) count * longest <= tokens && (!sameLength || next == longest);
    }
}
