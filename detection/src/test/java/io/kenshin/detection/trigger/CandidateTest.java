package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private static final Sample CARRIER =
            new Sample("s", "m() {\n    log();\n    a();\n}", 0, new float[0][], new float[0]);
    private static final Candidate CANDIDATE = MadeUpTask.candidate(MadeUpTask.span("log();"), CLEAN, first(10));

    private static BitSet first(int count) {
        BitSet first = new BitSet();
        first.set(0, count);
        return first;
    }

    @Test
    void aKnownMaskComesBeforeWhatThePatternWouldTakeOut() {
        Candidate known = Candidate.ofCause(CANDIDATE.pattern(), CLEAN, first(2), Map.of(0, "m() { }"), "seen");

        assertThat(known.masked(0, CARRIER)).isEqualTo("m() { }");
        assertThat(known.masked(1, CARRIER)).isEqualTo("m() {\n    a();\n}");
    }

    @Test
    void whatWasSeenAsACauseIsAHintAndSaysSo() {
        Candidate cause = Candidate.ofCause(CANDIDATE.pattern(), CLEAN, first(2), Map.of(), "what two hang on");

        assertThat(cause.exact()).isFalse();
        assertThat(cause.purity()).isEqualTo(1);
        assertThat(cause.association()).isZero();
        assertThat(cause.origin().text()).isEqualTo("what two hang on");
    }

    @Test
    void withFewerCarriersItIsNoLongerExact() {
        assertThat(CANDIDATE.withCarriers(first(9)).exact()).isFalse();
        assertThat(CANDIDATE.withCarriers(first(10)).exact()).isTrue();
        assertThat(CANDIDATE.withCarriers(first(9)).withCarriers(first(9)).exact())
                .isFalse();
        assertThat(CANDIDATE.withCarriers(first(9)).carriers().cardinality()).isEqualTo(9);
    }

    @Test
    void asAnotherPatternItKeepsItsCarriersAndWidenedItsExactness() {
        Trigger other = MadeUpTask.span("note();");

        assertThat(CANDIDATE.withPattern(other).pattern()).isEqualTo(other);
        assertThat(CANDIDATE.withPattern(other).carriers()).isEqualTo(first(10));
        Candidate wider = CANDIDATE.widened(other, first(12), Map.of(11, "x"));
        assertThat(wider.exact()).isTrue();
        assertThat(wider.carriers()).isEqualTo(first(12));
        assertThat(wider.masked(11, CARRIER)).isEqualTo("x");
        assertThat(wider.association()).isEqualTo(100);
    }

    @Test
    void anOriginIsSaidInWords() {
        assertThat(new Origin.Label(CLEAN).text()).isEqualTo("label");
        assertThat(new Origin.Cluster(30, 2).text()).isEqualTo("cluster of 30 in view 2");
        assertThat(List.of(new Origin.Cause("seen"))).extracting(Origin::text).containsExactly("seen");
    }
}
