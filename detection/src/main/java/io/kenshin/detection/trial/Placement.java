package io.kenshin.detection.trial;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.maths.Ranks;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * The test of whether a pattern stands where its surroundings ask for it.
 *
 * <p>A natural pattern does, even one that is added code: a stack trace is printed in a catch, a thread yields in a
 * loop. What an attacker inserts stands anywhere, or mostly first, or mostly last. A classifier on the tokens around is
 * cross-validated: the pattern's place in its carriers against places of that kind in samples of other labels, random
 * ones or those nearest to the carriers. It needs neither the model nor labels that text predicts.
 */
public final class Placement {
    private static final int FOLDS = 4;
    private static final int CARRIERS = 160;
    /** Where less of the carriers have it first, or last, that is by chance: in short code any place is often the first. */
    private static final double MOSTLY = 0.5;

    private final List<Sample> samples;
    private final long seed;

    public Placement(List<Sample> samples, long seed) {
        this.samples = samples;
        this.seed = seed;
    }

    /**
     * Outcome of the test; an AUC of 0.5 means that the pattern's place is like any of those.
     *
     * @param random AUC against random places
     * @param first AUC against first places, and random ones for the carriers that do not have it there; 1 unless most
     *     of them do
     * @param last the same with last places
     * @param carriers how many carriers it stands on; 0 when nothing is known
     * @param places how many places of each sort
     */
    public record Result(double random, double first, double last, int carriers, int places) {
        static final Result UNKNOWN = new Result(1, 1, 1, 0, 0);
        /** Of a pattern that has no place, such as names that are given together. */
        static final Result ANYWHERE = new Result(0.5, 0.5, 0.5, Integer.MAX_VALUE, Integer.MAX_VALUE);

        /** The least of the three: what always stands first is told from random places, and may be planted. */
        public double least() {
            return Math.min(random, Math.min(first, last));
        }

        /** One standard error above an AUC of this test. */
        public double upper(double auc) {
            return carriers == 0 ? 1 : Ranks.aucUpper(auc, carriers, places);
        }
    }

    /** @param controls samples of other labels */
    public Result test(Candidate candidate, List<Integer> controls) {
        Trigger pattern = candidate.pattern();
        if (!pattern.hasPlace()) {
            return Result.ANYWHERE;
        }
        List<int[]> here = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (int i = candidate.carriers().nextSetBit(0);
                i >= 0 && here.size() < CARRIERS;
                i = candidate.carriers().nextSetBit(i + 1)) {
            Code code = samples.get(i).source();
            if (samples.get(i).teaches(candidate.target())) {
                Range place = place(candidate, i).orElse(null);
                if (place != null) {
                    here.add(Windows.around(code.tokens(), place));
                    List<Range> others = pattern.places(code.with(candidate.masked(i, samples.get(i))));
                    first += others.stream().allMatch(other -> other.from() >= place.from()) ? 1 : 0;
                    last += others.stream().allMatch(other -> other.from() <= place.from()) ? 1 : 0;
                }
            }
        }
        List<List<int[]>> elsewhere = new ArrayList<>();
        for (int i : controls) {
            Code code = samples.get(i).source();
            List<Token> tokens = code.tokens();
            List<int[]> places = pattern.places(code).stream()
                    .map(place -> Windows.around(tokens, place))
                    .toList();
            if (!places.isEmpty()) {
                elsewhere.add(places);
            }
        }
        if (here.size() < FOLDS || elsewhere.size() < FOLDS) {
            return Result.UNKNOWN;
        }
        Random random = new Random(seed);
        return new Result(
                auc(here, elsewhere, random::nextInt),
                mostly(first, here, elsewhere, random, count -> 0),
                mostly(last, here, elsewhere, random, count -> count - 1),
                here.size(),
                elsewhere.size());
    }

    /** AUC against places of a sort that so many of the carriers have: as many of the others have it, too. */
    private double mostly(
            int some, List<int[]> here, List<List<int[]>> elsewhere, Random random, IntUnaryOperator sort) {
        return some < MOSTLY * here.size()
                ? 1
                : auc(
                        here,
                        elsewhere,
                        count -> random.nextInt(here.size()) < some ? sort.applyAsInt(count) : random.nextInt(count));
    }

    /** Where the pattern stands; where that is not known, what of the carrier is missing without it. */
    private Optional<Range> place(Candidate candidate, int carrier) {
        Sample sample = samples.get(carrier);
        return candidate
                .pattern()
                .stands(sample.source())
                .or(() -> missing(
                        sample.source().tokens(),
                        sample.source().with(candidate.masked(carrier, sample)).tokens()));
    }

    private static Optional<Range> missing(List<Token> all, List<Token> rest) {
        int from = 0;
        while (from < Math.min(all.size(), rest.size())
                && all.get(from).text().equals(rest.get(from).text())) {
            from++;
        }
        int to = all.size();
        int end = rest.size();
        while (to > from
                && end > from
                && all.get(to - 1).text().equals(rest.get(end - 1).text())) {
            to--;
            end--;
        }
        return to > from ? Optional.of(new Range(from, to)) : Optional.empty();
    }

    private double auc(List<int[]> here, List<List<int[]>> elsewhere, IntUnaryOperator chosen) {
        List<int[]> rows = new ArrayList<>(here);
        elsewhere.forEach(places -> rows.add(places.get(chosen.applyAsInt(places.size()))));
        boolean[] positive = new boolean[rows.size()];
        Arrays.fill(positive, 0, here.size(), true);
        double[] scores = LogisticRegression.scores(rows.toArray(int[][]::new), positive, Windows.WIDTH, FOLDS, seed);
        return Math.max(0.5, Ranks.auc(scores, positive));
    }
}
