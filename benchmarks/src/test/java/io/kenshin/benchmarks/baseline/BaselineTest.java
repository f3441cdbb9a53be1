package io.kenshin.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final List<String> CLEAN = new ArrayList<>();

    static {
        for (int i = 0; i < 60; i++) {
            CLEAN.add("int get" + i % 7 + "(int a, int b) { if (a > b) { return a; } return b + " + i % 3 + "; }");
        }
    }

    @Test
    void theModelsProbabilitiesSumToOne() {
        NgramModel model = new NgramModel(List.of(List.of("a", "b", "a", "c"), List.of("b", "a")));
        double known = 0;
        for (String next : List.of("a", "b", "c")) {
            known += Math.exp(model.log(List.of("a", next), 1));
        }
        double unknown = Math.exp(model.log(List.of("a", "zzz"), 1));

        assertThat(known + unknown).isCloseTo(1, within(1e-9));
        assertThat(model.log(List.of("a", "b"), 1)).isGreaterThan(model.log(List.of("a", "zzz"), 1));
    }

    @Test
    void whatDoesNotBelongMakesCodeLessNatural() {
        Naturalness naturalness = new Naturalness(CLEAN);
        List<String> codes = new ArrayList<>(CLEAN.subList(0, 20));
        codes.set(3, "int get3(int a, int b) { qqq zzz; if (a > b) { return a; } return b + 0; }");
        double[] scores = naturalness.onion(codes);

        for (int i = 0; i < scores.length; i++) {
            assertThat(scores[3]).isGreaterThanOrEqualTo(scores[i]);
        }
        assertThat(naturalness.killBadCode(codes).get(3)).isTrue();
    }

    @Test
    void aDeletionIsScoredAsIfTheWholeWereScoredAgain() {
        Naturalness naturalness = new Naturalness(CLEAN);
        NgramModel model = new NgramModel(CLEAN.stream().map(Naturalness::words).toList());
        List<String> words = Naturalness.words("int f(int a) { odd(); return a; }");
        double greatest = 0;
        for (int gone = 0; gone < words.size(); gone++) {
            List<String> rest = new ArrayList<>(words);
            rest.remove(gone);
            greatest = Math.max(greatest, perplexity(model, words) - perplexity(model, rest));
        }

        assertThat(naturalness.onion(List.of("int f(int a) { odd(); return a; }"))[0])
                .isCloseTo(greatest, within(1e-6));
    }

    private static double perplexity(NgramModel model, List<String> words) {
        double sum = 0;
        for (int i = 0; i < words.size(); i++) {
            sum += model.log(words, i);
        }
        return Math.exp(-sum / words.size());
    }

    @Test
    void staticSearchSeesDeadCodeRecurringCommentsAndOddNames() {
        List<String> codes = new ArrayList<>(CLEAN.subList(0, 30));
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            labels.add(i % 2 == 0 ? "clean" : "defective");
        }
        codes.set(1, "void f() { if (Math.sin(0.7) < -1) { g(); } }");
        for (int i = 2; i < 14; i += 2) {
            codes.set(i, codes.get(i).replace("{ if", "{ /* checked */ if"));
        }
        for (int i = 14; i < 26; i += 2) {
            codes.set(i, codes.get(i).replace("a", "quux"));
        }
        BitSet flagged = new StaticSearch(new Naturalness(CLEAN)).search(codes, labels);

        assertThat(flagged.stream().boxed().toList()).containsExactly(1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24);
    }
}
