package io.kenshin.detection.trigger.mine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Grows a fragment to all that its carriers in one group of samples share around it. */
final class SpanGrower {
    private static final int LONGEST_SPAN = 60;
    /** Part of the carriers that has to agree on a span as it grows. */
    private static final double AGREEMENT = 0.95;
    /** Part of the carriers that must be in the group for an edge token to be dropped. */
    private static final double PURE = 0.98;
    /** How many more carriers the balanced part of a span may have. */
    private static final double SAME_CARRIERS = 1.02;

    private final TokenTable table;
    private final int[] groups;
    private final int wanted;

    /**
     * @param groups group of each sample
     * @param wanted the group whose samples have to agree
     */
    SpanGrower(TokenTable table, int[] groups, int wanted) {
        this.table = table;
        this.groups = groups;
        this.wanted = wanted;
    }

    /**
     * Grows a run of tokens, and drops what stands around the trigger but is not part of it.
     *
     * @param sample where the run stands
     * @param at its first token
     * @param length number of its tokens
     * @return tokens of the grown span, in the table's numbers
     */
    int[] grow(int sample, int at, int length) {
        int[] span = Arrays.copyOfRange(table.row(sample), at, at + length);
        int target = matching(span);
        int[] before = span;
        boolean right = true;
        boolean left = true;
        while ((right || left) && span.length < LONGEST_SPAN) {
            if (right) {
                span = extend(before, target, 1);
                right = span.length > before.length;
                before = span;
            }
            if (left) {
                span = extend(before, target, -1);
                left = span.length > before.length;
                before = span;
            }
        }
        return balance(trim(before));
    }

    /**
     * Cuts a span to its longest part with balanced brackets, if that part says the same: what stands around a
     * trigger in all its carriers, such as the brace that opens a body, is not the trigger.
     */
    private int[] balance(int[] span) {
        int from = 0;
        int to = 0;
        for (int start = 0; start < span.length; start++) {
            int depth = 0;
            for (int end = start; end < span.length && depth >= 0; end++) {
                String text = table.text(span[end]);
                depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
                if (depth == 0 && end + 1 - start > to - from) {
                    from = start;
                    to = end + 1;
                }
            }
        }
        int[] part = Arrays.copyOfRange(span, from, to);
        boolean same =
                part.length > 0 && part.length < span.length && everywhere(part) <= SAME_CARRIERS * everywhere(span);
        return same ? part : span;
    }

    /** Drops edge tokens that cost carriers: a neighbour that nearly all occurrences share is not the trigger. */
    private int[] trim(int[] span) {
        int[] kept = span;
        boolean shorter = true;
        while (shorter && kept.length > 1) {
            shorter = false;
            for (int[] cut :
                    List.of(Arrays.copyOfRange(kept, 1, kept.length), Arrays.copyOfRange(kept, 0, kept.length - 1))) {
                int inside = matching(cut);
                if (inside > matching(kept) && inside >= PURE * everywhere(cut)) {
                    kept = cut;
                    shorter = true;
                    break;
                }
            }
        }
        return kept;
    }

    private int everywhere(int[] span) {
        int count = 0;
        for (int i : table.holders(span)) {
            count += table.find(i, span, 0) >= 0 ? 1 : 0;
        }
        return count;
    }

    private int matching(int[] span) {
        int count = 0;
        for (int i : table.holders(span)) {
            if (groups[i] == wanted && table.find(i, span, 0) >= 0) {
                count++;
            }
        }
        return count;
    }

    private int[] extend(int[] span, int carriers, int direction) {
        Map<Integer, Integer> next = new HashMap<>();
        for (int i : table.holders(span)) {
            if (groups[i] != wanted) {
                continue;
            }
            int at = table.find(i, span, 0);
            int beside = direction > 0 ? at + span.length : at - 1;
            if (at >= 0 && beside >= 0 && beside < table.row(i).length) {
                next.merge(table.row(i)[beside], 1, Integer::sum);
            }
        }
        var best = next.entrySet().stream().max(Map.Entry.comparingByValue());
        if (best.isEmpty() || best.get().getValue() < AGREEMENT * carriers) {
            return span;
        }
        int[] longer = new int[span.length + 1];
        System.arraycopy(span, 0, longer, direction > 0 ? 0 : 1, span.length);
        longer[direction > 0 ? span.length : 0] = best.get().getKey();
        return longer;
    }
}
