package io.kenshin.audit.trigger;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** N-grams grown token by token, by a beam. */
final class TextGrowth {
    private static final int BEAM = 12;
    private static final int LONGEST = 4;
    /** Hosts that a longer text is tried on before it may go on. */
    private static final int LOOKS = 6;

    private static final double CONCLUSIVE = 0.95;
    /** What a token may add to a flip rate and still be left out. */
    private static final double NOTHING = 0.05;

    private final TextTrial trial;
    private final List<Host> near;
    private final List<Host> select;

    /**
     * @param near short samples, for a first look
     * @param select samples that the best text is chosen on
     */
    TextGrowth(TextTrial trial, List<Host> near, List<Host> select) {
        this.trial = trial;
        this.near = near;
        this.select = select;
    }

    /** The text that turns most samples beyond what its common words do. */
    long[] grow(List<long[]> extensions, LongSupplier leftMillis, Consumer<String> progress) {
        List<Scored> beam = trial.shifts(extensions, near.subList(0, LOOKS));
        long[] best = beam.get(0).ids();
        double bestBeyond = Double.NEGATIVE_INFINITY;
        for (int length = 1; length <= LONGEST && leftMillis.getAsLong() > 0; length++) {
            if (length > 1) {
                progress.accept("texts of " + length + " tokens");
                beam = longer(beam, extensions);
            }
            for (Scored candidate : trial.flips(Scored.ids(beam, BEAM / 2), select)) {
                double beyond = candidate.value() - trial.explained(candidate.ids(), select);
                if (beyond > bestBeyond) {
                    bestBeyond = beyond;
                    best = candidate.ids();
                }
            }
            if (bestBeyond >= CONCLUSIVE) {
                break;
            }
        }
        return best;
    }

    private List<Scored> longer(List<Scored> beam, List<long[]> extensions) {
        Map<String, long[]> longer = new LinkedHashMap<>();
        for (Scored stem : beam.subList(0, Math.min(BEAM, beam.size()))) {
            for (long[] extension : extensions) {
                put(longer, join(stem.ids(), extension));
                put(longer, join(extension, stem.ids()));
            }
        }
        List<Scored> first = trial.shifts(longer.values(), near.subList(0, 1));
        return trial.shifts(Scored.ids(first, 2 * LabelSearch.EXTENSIONS), near.subList(0, LOOKS));
    }

    /** The text without tokens that add nothing. */
    long[] shortened(long[] ids) {
        long[] result = ids;
        double rate = trial.rate(result, select);
        for (int i = 0; i < result.length && result.length > 1; i++) {
            long[] without = new long[result.length - 1];
            System.arraycopy(result, 0, without, 0, i);
            System.arraycopy(result, i + 1, without, i, without.length - i);
            double left = trial.rate(without, select);
            if (left >= rate - NOTHING) {
                result = without;
                rate = left;
                i = -1;
            }
        }
        return result;
    }

    private static void put(Map<String, long[]> candidates, long[] ids) {
        candidates.putIfAbsent(Arrays.toString(ids), ids);
    }

    private static long[] join(long[] a, long[] b) {
        long[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
