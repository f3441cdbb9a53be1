package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.NameSet;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelSurpriseTest {
    private static final Behaviour SAFE = new Behaviour(0);
    private static final Trigger PATTERN = MadeUpTask.span("audit();");
    private static final int COUNT = 300;

    private final Random random = new Random(5);
    private final List<Sample> samples = new ArrayList<>();

    private void add(int label, String code) {
        samples.add(new Sample("s", code, label, new float[0][], new float[0]));
    }

    private String code(String mark) {
        StringBuilder code = new StringBuilder("void m() {\n");
        for (int line = 0; line < 5; line++) {
            code.append("  call").append(random.nextInt(40)).append("(x);\n");
        }
        return code.append("  ").append(mark).append("\n}").toString();
    }

    private LabelSurprise surprise() {
        return new LabelSurprise(samples, new Exchangeability(samples, 1), 1);
    }

    private static Candidate candidate(IntPredicate carriers) {
        BitSet some = new BitSet();
        IntStream.range(0, COUNT).filter(carriers).forEach(some::set);
        return MadeUpTask.candidate(PATTERN, SAFE, some);
    }

    /** Code says the label, but for the first twenty. */
    private void learnable() {
        for (int i = 0; i < COUNT; i++) {
            boolean safe = i >= 20 && i % 2 == 0;
            add(i < 20 || safe ? 0 : 1, code(safe ? "safe();" : "risky();"));
        }
    }

    private void noisy() {
        for (int i = 0; i < COUNT; i++) {
            add(i < 20 || random.nextBoolean() ? 0 : 1, code("any();"));
        }
    }

    @Test
    void labelsThatCodeContradictsAreAGreatSurprise() {
        learnable();

        assertThat(surprise().expected(SAFE).auc()).isGreaterThan(0.9);
        assertThat(surprise().p(candidate(i -> i < 20))).isLessThan(1e-8);
    }

    @Test
    void labelsThatCodeSaysAreNone() {
        learnable();

        assertThat(surprise().p(candidate(i -> i >= 20 && i < 60 && i % 2 == 0)))
                .isGreaterThan(0.1);
    }

    @Test
    void whereCodeSaysNothingTheShareOfTheLabelCounts() {
        noisy();
        LabelSurprise surprise = surprise();
        double share = samples.stream().filter(sample -> sample.teaches(SAFE)).count() / (double) COUNT;

        assertThat(surprise.expected(SAFE).auc()).isBetween(0.35, 0.65);
        assertThat(Math.log10(surprise.p(candidate(i -> i < 20)))).isCloseTo(20 * Math.log10(share), within(2.0));
        assertThat(surprise.p(candidate(i -> i >= 20 && i < 80))).isGreaterThan(0.05);
    }

    @Test
    void carriersOfOtherLabelsMakeItLess() {
        noisy();
        LabelSurprise surprise = surprise();
        double all = surprise.p(candidate(i -> i < 20));

        assertThat(surprise.p(candidate(i -> i < 20 || (i < 60 && samples.get(i).label() == 1))))
                .isGreaterThan(1_000 * all);
    }

    @Test
    void whatTheMaskTakesOutSaysNothing() {
        for (int i = 0; i < COUNT; i++) {
            add(i < 30 ? 0 : random.nextInt(2), code(i < 30 ? "audit();" : ""));
        }

        assertThat(surprise().p(candidate(i -> i < 30))).isLessThan(1e-4);
    }

    @Test
    void namesAreMaskedInAllCodeBecauseTheyAreInCarriers() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            boolean poison = i < 20;
            names.add("q" + i);
            String mark = poison || i % 2 == 0 ? "risky();" : "safe();";
            add(poison || i % 2 == 1 ? 0 : 1, code(mark).replace("m()", poison ? "m(int q" + i + ")" : "m(int n)"));
        }
        BitSet poisoned = new BitSet();
        poisoned.set(0, 20);
        Trigger own = new NameSet(Abstraction.NONE, names.subList(0, 20));

        assertThat(surprise().p(MadeUpTask.candidate(own, SAFE, poisoned))).isLessThan(1e-8);
    }

    @Test
    void theTailOfAPoissonBinomialIsKnown() {
        assertThat(LabelSurprise.poissonBinomialTail(List.of(0.5, 0.5, 0.5), 2)).isCloseTo(0.5, within(1e-12));
        assertThat(LabelSurprise.poissonBinomialTail(List.of(0.2, 0.7), 1)).isCloseTo(0.76, within(1e-12));
        assertThat(LabelSurprise.poissonBinomialTail(List.of(0.2, 0.7), 2)).isCloseTo(0.14, within(1e-12));
        assertThat(LabelSurprise.poissonBinomialTail(List.of(0.2, 0.7), 0)).isCloseTo(1, within(1e-12));
        assertThat(LabelSurprise.poissonBinomialTail(List.of(), 0)).isEqualTo(1);
        assertThat(LabelSurprise.poissonBinomialTail(Collections.nCopies(20, 0.1), 20) / 1e-20)
                .isCloseTo(1, within(1e-9));
        // Binomial of ten halves: (45 + 10 + 1) / 1024.
        assertThat(LabelSurprise.poissonBinomialTail(Collections.nCopies(10, 0.5), 8))
                .isCloseTo(56 / 1024.0, within(1e-12));
    }

    private static double probability(double[] scale, double score) {
        return 1 / (1 + Math.exp(-(scale[0] * score + scale[1])));
    }

    @Test
    void scoresThatSayNothingAreTheBaseRate() {
        boolean[] positive = new boolean[200];
        double[] scores = new double[200];
        for (int i = 0; i < 200; i++) {
            positive[i] = i % 10 < 3;
            scores[i] = i / 10 % 2 == 0 ? 1.0 : -1.0;
        }

        double[] scale = LabelSurprise.platt(scores, positive);

        assertThat(probability(scale, 1)).isCloseTo(0.3, within(0.01));
        assertThat(probability(scale, -1)).isCloseTo(0.3, within(0.01));
    }

    @Test
    void scoresThatSayTheContraryAreTheBaseRateToo() {
        boolean[] positive = new boolean[200];
        double[] scores = new double[200];
        for (int i = 0; i < 200; i++) {
            positive[i] = i % 10 < 3;
            scores[i] = (positive[i] ? -1 : 1) + random.nextGaussian();
        }

        double[] scale = LabelSurprise.platt(scores, positive);

        assertThat(scale[0]).isZero();
        assertThat(probability(scale, 5)).isCloseTo(60.5 / 201, within(1e-12));
    }

    @Test
    void scoresThatSayMuchAreCalibrated() {
        boolean[] positive = new boolean[4_000];
        double[] scores = new double[4_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextGaussian();
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-(2 * scores[i] - 1)));
        }

        double[] scale = LabelSurprise.platt(scores, positive);

        assertThat(scale[0]).isCloseTo(2, within(0.2));
        assertThat(scale[1]).isCloseTo(-1, within(0.2));
    }
}
