package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Affix;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.Statement;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WholeStatementTest {
    private static final Trigger FRAGMENT = MadeUpTask.span("sin(");

    private static Optional<Candidate> whole(Trigger pattern, List<String> codes, int label) {
        List<Sample> samples = new ArrayList<>();
        BitSet carriers = new BitSet();
        for (String code : codes) {
            carriers.set(samples.size());
            samples.add(new Sample("s", code, label, new float[0][], new float[0]));
        }
        return WholeStatement.of(MadeUpTask.candidate(pattern, new Behaviour(0), carriers), samples);
    }

    private static String method(String statement) {
        return "void m() { alpha(); beta(); gamma(); " + statement + " delta(); }";
    }

    @Test
    void aFragmentGrowsToTheStatementsAroundIt() {
        Candidate grown = whole(FRAGMENT, List.of(method("x = sin(1) + 2;"), method("f(sin(3));")), 0)
                .orElseThrow();

        assertThat(grown.pattern())
                .isEqualTo(
                        new Statement(Abstraction.NONE, List.of("sin", "("), List.of("x = sin(1) + 2;", "f(sin(3));")));
        assertThat(grown.carriers().cardinality()).isEqualTo(2);
    }

    @Test
    void whatIsAWholeStatementAlreadyDoesNotGrow() {
        assertThat(whole(MadeUpTask.span("sin(1);"), List.of(method("sin(1);")), 0))
                .isEmpty();
    }

    @Test
    void aStatementThatIsMostOfTheCodeIsNotProper() {
        assertThat(whole(FRAGMENT, List.of("a(); x = sin(1) + 2 + 3 + 4 + 5;"), 0))
                .isEmpty();
    }

    @Test
    void halfOfTheCarriersHaveToStandInAProperStatement() {
        String proper = method("f(sin(3));");
        String not = "sin(1) + 2";

        assertThat(whole(FRAGMENT, List.of(proper, not), 0)).isPresent();
        assertThat(whole(FRAGMENT, List.of(proper, not, not), 0)).isEmpty();
    }

    @Test
    void onlyCarriersThatTeachTheTargetAreLookedAt() {
        assertThat(whole(FRAGMENT, List.of(method("f(sin(3));")), 1)).isEmpty();
    }

    @Test
    void namesAndTriggersOfTwoPartsAreNoFragments() {
        Trigger pair = new Span(Abstraction.NONE, List.of("a", Trigger.GAP, "b"), List.of("a\nb"));

        assertThat(whole(Affix.of("*_xt"), List.of(method("f_xt();")), 0)).isEmpty();
        assertThat(whole(pair, List.of(method("f(a); g(b);")), 0)).isEmpty();
    }
}
