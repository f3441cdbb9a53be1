package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final Span LOG = MadeUpTask.span("log(1);");
    private static final Code CARRIER = Code.of("void m() {\n    log(1);\n    a();\n    log( 1 ) ;\n}");
    private static final Code INNOCENT = Code.of("void m() {\n    log(2);\n}");
    private static final Span PRODUCT =
            new Span(Abstraction.LITERALS, List.of("<number>", "*", "<number>"), List.of("3 * 4"));

    @Test
    void itStandsWhereItsTokensDoWhateverIsBetweenThem() {
        assertThat(LOG.isIn(CARRIER)).isTrue();
        assertThat(LOG.isIn(INNOCENT)).isFalse();
        assertThat(LOG.texts(CARRIER)).containsExactly("log(1);", "log( 1 ) ;");
        assertThat(LOG.texts(INNOCENT)).isEmpty();
    }

    @Test
    void everyOccurrenceIsTakenOutAndItsLineWithIt() {
        assertThat(LOG.remove(CARRIER)).isEqualTo("void m() {\n    a();\n}");
        assertThat(LOG.remove(INNOCENT)).isEqualTo(INNOCENT.text());
    }

    @Test
    void anyOfItsTextsIsInserted() {
        Span two = LOG.withExemplars(List.of("log(1);", "log(1) ;"));
        Random random = new Random(1);
        boolean first = false;
        boolean second = false;
        for (int round = 0; round < 30; round++) {
            String inserted = two.insert(INNOCENT, random);
            first |= inserted.contains("log(1);");
            second |= inserted.contains("log(1) ;");
        }

        assertThat(first && second).isTrue();
        assertThat(two.tokens()).isEqualTo(LOG.tokens());
    }

    @Test
    void aPlaceboIsAsManyTokensOfTheDonor() {
        Code donor = Code.of("void other(int a) { b(a); c(); return; }");
        Random random = new Random(2);
        for (int round = 0; round < 30; round++) {
            Trigger placebo = LOG.placebo(donor, random);

            assertThat(donor.text()).contains(placebo.exemplars().get(0));
            assertThat(Code.of(placebo.exemplars().get(0)).tokens()).hasSize(5);
            assertThat(placebo.isLiteral()).isTrue();
        }
    }

    @Test
    void aPlaceboOfAShortDonorIsAllButOneOfItsTokens() {
        assertThat(LOG.placebo(Code.of("a b c"), new Random(1)).exemplars()).containsExactly("a b");
        assertThat(LOG.placebo(Code.of("a"), new Random(1)).exemplars()).containsExactly("a");
    }

    @Test
    void whereItStandsForAValueAnotherTakesItsPlace() {
        assertThat(PRODUCT.remove(Code.of("int a = 5 * 6;"))).isEqualTo("int a = 0;");
        assertThat(PRODUCT.remove(Code.of("f(5 * 6, b[7 * 8])"))).isEqualTo("f(0, b[0])");
        assertThat(PRODUCT.remove(Code.of("return 5 * 6;"))).isEqualTo("return 0;");
    }

    @Test
    void onlyPartsThatShareMostOfTheirTokensResembleIt() {
        // log ( 1 ) ; against four of the five, and against three of eight
        assertThat(LOG.resembles(new Part(false, "note(7)", ""))).isTrue();
        assertThat(LOG.resembles(new Part(false, "if (a > b) { return; }", ""))).isFalse();
        assertThat(LOG.resembles(new Part(true, "log", ""))).isFalse();
    }

    @Test
    void threeFifthsOfTheTokensAreAlikeAndLessAreNot() {
        Span three = MadeUpTask.span("{ } ;");

        assertThat(three.resembles(new Part(false, "{ } ; , +", ""))).isTrue();
        assertThat(three.resembles(new Part(false, "{ } ; , + -", ""))).isFalse();
    }

    @Test
    void moreTextsDoNotWidenWhatItsTokensSay() {
        assertThat(LOG.widened(List.of("other();"))).isSameAs(LOG);
        assertThat(LOG.text()).isEqualTo("log ( 1 ) ;");
        assertThat(LOG.isLiteral()).isTrue();
        assertThat(PRODUCT.isLiteral()).isFalse();
    }

    @Test
    void ofCodeThatDoesNotCarryItNothingWouldBeTaken() {
        assertThat(LOG.sham(INNOCENT, new Random(1))).isEmpty();
    }

    @Test
    void aShortOneAndOneOfTwoPartsAreNearNothing() {
        Span pair = new Span(
                Abstraction.NONE, List.of("a", "(", ")", ";", Trigger.GAP, "b", "(", ")", ";"), List.of("a();\nb();"));

        assertThat(LOG.near(Code.of("log(2);"))).isEmpty();
        assertThat(pair.near(Code.of("a(); x b();"))).isEmpty();
    }

    @Test
    void sixTokensAreNearWhatDiffersInOneAndNotInTwo() {
        Span six = MadeUpTask.span("a = b + c;");

        assertThat(six.near(Code.of("a = b - c;")))
                .containsExactly(
                        new Span(Abstraction.NONE, List.of("a", "=", "b", "-", "c", ";"), List.of("a = b + c;")));
        assertThat(six.near(Code.of("a = b - d;"))).isEmpty();
        assertThat(six.near(Code.of("a = b + c;"))).isEmpty();
    }

    @Test
    void withoutTokensOrExemplarsThereIsNone() {
        assertThatThrownBy(() -> new Span(Abstraction.NONE, List.of(), List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(Abstraction.NONE, List.of("a"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
