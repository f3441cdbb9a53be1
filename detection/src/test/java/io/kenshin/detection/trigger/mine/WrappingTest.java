package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrappingTest {
    private static final int WRAPPED = 10;

    private final List<Sample> samples = new ArrayList<>();

    private void code(String code, int label) {
        samples.add(new Sample("s" + samples.size(), code, "java", label, new float[0][], new float[0]));
    }

    private Optional<Candidate> of(String fragment) {
        BitSet carriers = new BitSet();
        carriers.set(0, WRAPPED);
        List<String> tokens = Arrays.asList(fragment.split(" "));
        Span span = new Span(Abstraction.NONE, tokens, List.of(fragment));
        Behaviour target = new Behaviour(0);
        return Wrapping.of(
                new Candidate(span, target, carriers, Map.of(), true, 1, 100, new Origin.Label(target)), samples);
    }

    private void blocks() {
        for (int i = 0; i < WRAPPED; i++) {
            code("void f() { a" + i + "(); try { b" + i + "(); } finally { } c" + i + "(); }", 0);
        }
        code("void f() { a(); b(); }", 1);
    }

    private void brackets() {
        for (int i = 0; i < WRAPPED; i++) {
            code("int f() { if (x) { g(); } return (a" + i + "); }", 0);
        }
        code("int f() { return (a); }", 1);
        code("int f() { return a; }", 0);
    }

    @Test
    void halfABlockGrowsToBothEnds() {
        blocks();

        assertThat(of("} finally { }").orElseThrow().pattern().text()).isEqualTo("try { <...> } finally { }");
        assertThat(of("finally { }").orElseThrow().pattern().text()).isEqualTo("try { <...> } finally { }");
        assertThat(of("try {").orElseThrow().pattern().text()).isEqualTo("try { <...> } finally { }");
    }

    @Test
    void carriersAreAllThatHaveItWhateverTheyTeach() {
        brackets();

        Candidate grown = of("} return (").orElseThrow();

        assertThat(grown.pattern().text()).isEqualTo("return ( <...> ) ;");
        assertThat(grown.carriers().cardinality()).isEqualTo(WRAPPED + 1);
        assertThat(grown.purity()).isEqualTo((double) WRAPPED / (WRAPPED + 1));
    }

    @Test
    void whatOpensNothingOrEndsInManyWaysIsNone() {
        brackets();

        assertThat(of("return")).isEmpty();
        assertThat(of("g ( )")).isEmpty();
        assertThat(of(") ; } return")).isEmpty();
        samples.clear();
        for (int i = 0; i < WRAPPED; i++) {
            code("int f() { return (a) + b" + i + "; }", 0);
        }
        assertThat(of("return (")).isEmpty();
    }
}
