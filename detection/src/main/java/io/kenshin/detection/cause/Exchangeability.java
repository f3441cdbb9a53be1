package io.kenshin.detection.cause;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Tells a planted trigger from a natural pattern of the task by what its carriers are without it.
 *
 * <p>Poison is a sample of another label plus a trigger: with the trigger masked, its carriers are hard to tell from
 * the other label and easy to tell from their own. A natural pattern is tied to its context: its carriers differ from
 * both. A classifier on token n-grams is cross-validated for each comparison; the gap between the two AUCs is tested
 * by permuting which of the control samples belongs to which label.
 */
public final class Exchangeability {
    private static final int FOLDS = 4;
    private static final int WIDTH = 1 << 14;
    private static final int CONTROLS = 240;
    private static final int CARRIERS = 160;
    private static final String MASKED_NAME = "<masked>";

    private final long seed;
    private final int permutations;

    public Exchangeability(int permutations, long seed) {
        this.permutations = permutations;
        this.seed = seed;
    }

    /**
     * Outcome of the test.
     *
     * @param otherAuc AUC of masked carriers against the other labels; 0.5 means they are exchangeable
     * @param ownAuc AUC of masked carriers against their own label
     * @param p probability of a gap this large if the two labels were alike to the carriers
     */
    public record Result(double otherAuc, double ownAuc, double p) {
        public double gap() {
            return ownAuc - otherAuc;
        }
    }

    /**
     * Runs the test.
     *
     * @param carriers code that carries the pattern, of one label
     * @param other code of other labels without the pattern
     * @param own code of the carriers' label without the pattern
     * @param least gap below which no p-value is worth computing; it is then given as 1
     */
    public Result test(
            TriggerPattern pattern, List<String> carriers, List<String> other, List<String> own, double least) {
        Random random = new Random(seed);
        int[][] masked = features(sample(carriers, CARRIERS, random), pattern, true, random);
        int size = Math.min(CONTROLS, Math.min(other.size(), own.size()));
        int[][] others = features(sample(other, size, random), pattern, false, random);
        int[][] owns = features(sample(own, size, random), pattern, false, random);
        double otherAuc = auc(masked, others);
        double ownAuc = auc(masked, owns);
        double gap = ownAuc - otherAuc;
        List<int[]> pool = new ArrayList<>(List.of(others));
        pool.addAll(List.of(owns));
        int atLeast = 1;
        int rounds = gap < least ? 0 : permutations;
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(pool, random);
            double left = auc(masked, pool.subList(0, size).toArray(int[][]::new));
            double right = auc(masked, pool.subList(size, 2 * size).toArray(int[][]::new));
            atLeast += right - left >= gap ? 1 : 0;
        }
        return new Result(otherAuc, ownAuc, rounds == 0 ? 1 : (double) atLeast / (rounds + 1));
    }

    private double auc(int[][] carriers, int[][] controls) {
        int[][] rows = new int[carriers.length + controls.length][];
        boolean[] positive = new boolean[rows.length];
        System.arraycopy(carriers, 0, rows, 0, carriers.length);
        System.arraycopy(controls, 0, rows, carriers.length, controls.length);
        java.util.Arrays.fill(positive, 0, carriers.length, true);
        double auc = LogisticRegression.auc(LogisticRegression.scores(rows, positive, WIDTH, FOLDS, seed), positive);
        // Worse than chance is chance.
        return Math.max(0.5, auc);
    }

    private static List<String> sample(List<String> from, int most, Random random) {
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    private static int[][] features(List<String> codes, TriggerPattern pattern, boolean carriers, Random random) {
        int[][] rows = new int[codes.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = features(carriers ? mask(codes.get(i), pattern) : sham(codes.get(i), pattern, random));
        }
        return rows;
    }

    private static String mask(String code, TriggerPattern pattern) {
        return pattern.kind() == TriggerPattern.Kind.IDENTIFIER
                ? TriggerPattern.rename(code, pattern.exemplars().get(0), MASKED_NAME)
                : pattern.remove(code);
    }

    /** What masking does to carriers is done to the controls too, so that the mask itself gives nothing away. */
    private static String sham(String code, TriggerPattern pattern, Random random) {
        if (pattern.kind() != TriggerPattern.Kind.IDENTIFIER) {
            return code;
        }
        List<String> names = TriggerPattern.declared(code);
        return names.isEmpty()
                ? code
                : TriggerPattern.rename(code, names.get(random.nextInt(names.size())), MASKED_NAME);
    }

    /** Hashed token unigrams, bigrams and trigrams with names and literals as they are and abstracted. */
    private static int[] features(String code) {
        Set<Integer> features = new HashSet<>();
        List<Token> tokens = Lexer.tokens(code.replace(MASKED_NAME, "masked_name"));
        for (Abstraction abstraction : List.of(Abstraction.LITERALS, Abstraction.NAMES)) {
            String before = "";
            String twoBefore = "";
            for (Token token : tokens) {
                String text = abstraction.of(token);
                for (String gram : List.of(text, before + " " + text, twoBefore + " " + before + " " + text)) {
                    features.add(Math.floorMod((gram + abstraction.ordinal()).hashCode() * 0x9E3779B1, WIDTH));
                }
                twoBefore = before;
                before = text;
            }
        }
        return features.stream().mapToInt(Integer::intValue).toArray();
    }
}
