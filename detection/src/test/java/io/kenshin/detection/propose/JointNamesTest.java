package io.kenshin.detection.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.Effect;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.NameSet;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointNamesTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private final List<Sample> samples = new ArrayList<>();
    private final Docket docket;

    JointNamesTest() {
        for (int i = 0; i < 60; i++) {
            String code = i < 10
                    ? "int m(int left, int right) { return left + right; }"
                    : i < 20 ? "int m(int right) { return right; }" : "int m(int a) { return a; }";
            samples.add(new Sample("s" + i, code, i < 18 || i % 2 == 0 ? 0 : 1, new float[0][], new float[0]));
        }
        Study study = MadeUpTask.study(samples, MadeUpTask.unmoved());
        docket = new Docket(study, List.of());
    }

    private static Trigger name(String name) {
        return new Identifier(Abstraction.NONE, List.of(name), List.of(name));
    }

    private void found(Trigger pattern, Behaviour target, int from, int flips, Judgement judgement) {
        BitSet carriers = new BitSet();
        carriers.set(from, from + 10);
        Effect effect = new Effect(new Rate(flips, 10), Rate.NONE, Rate.NONE, Rate.NONE, Rate.NONE, 1, flips > 2, 0.1);
        docket.add(new Finding(
                MadeUpTask.candidate(pattern, target, carriers), effect, MadeUpEvidence.FOREIGN, 0.1, judgement));
    }

    private List<MaskedCandidate> propose() {
        return new JointNames().propose(docket);
    }

    @Test
    void namesThatEachTurnSamplesAreOneCandidateTogether() {
        found(name("left"), CLEAN, 0, 6, Judgement.SUSPECT);
        found(name("right"), CLEAN, 10, 9, Judgement.SHORTCUT);

        Candidate joint = propose().get(0).candidate();

        assertThat(joint.pattern())
                .as("the name that turns most stands first, and each list of them once")
                .isEqualTo(new NameSet(Abstraction.LITERALS, List.of("right left", "right")));
        assertThat(joint.carriers().cardinality()).isEqualTo(20);
        assertThat(joint.target()).isEqualTo(CLEAN);
        assertThat(joint.origin().text()).isEqualTo("2 names that turn samples each: right, left");
    }

    @Test
    void itsCarriersAreMaskedByOrdinaryNames() {
        found(name("left"), CLEAN, 0, 6, Judgement.SUSPECT);
        found(name("right"), CLEAN, 10, 9, Judgement.SUSPECT);

        assertThat(propose().get(0).candidate().masked(0, samples.get(0)))
                .isEqualTo("int m(int v1, int v2) { return v1 + v2; }");
    }

    @Test
    void oneNameIsNoCandidate() {
        found(name("left"), CLEAN, 0, 9, Judgement.SUSPECT);

        assertThat(propose()).isEmpty();
    }

    @Test
    void aNameThatIsProvenAloneNeedsNoOther() {
        found(name("left"), CLEAN, 0, 9, Judgement.TRIGGER);
        found(name("right"), CLEAN, 10, 9, Judgement.SUSPECT);

        assertThat(propose()).isEmpty();
    }

    @Test
    void aNameHasToTurnHalfOfTheSamples() {
        found(name("left"), CLEAN, 0, 4, Judgement.SUSPECT);
        found(name("right"), CLEAN, 10, 9, Judgement.SUSPECT);
        assertThat(propose()).isEmpty();

        found(name("more"), CLEAN, 0, 5, Judgement.SUSPECT);
        assertThat(propose()).hasSize(1);
    }

    @Test
    void textIsNoName() {
        found(MadeUpTask.span("left"), CLEAN, 0, 9, Judgement.SUSPECT);
        found(name("right"), CLEAN, 10, 9, Judgement.SUSPECT);

        assertThat(propose()).isEmpty();
    }

    @Test
    void whatOrdinaryNamesDoAsWellIsNotObeyed() {
        found(name("left"), CLEAN, 0, 9, Judgement.SUSPECT);
        Finding natural = docket.findings().get(0);
        Effect notObeyed = new Effect(new Rate(9, 10), new Rate(9, 10), Rate.NONE, Rate.NONE, Rate.NONE, 1, false, 1);
        docket.add(new Finding(
                MadeUpTask.candidate(name("right"), CLEAN, natural.candidate().carriers()),
                notObeyed,
                natural.evidence(),
                0.1,
                Judgement.SUSPECT));

        assertThat(propose()).isEmpty();
    }

    @Test
    void eachBehaviourHasItsOwn() {
        found(name("left"), new Behaviour(1), 0, 9, Judgement.SUSPECT);
        found(name("right"), CLEAN, 10, 9, Judgement.SUSPECT);
        assertThat(propose()).isEmpty();

        found(name("up"), new Behaviour(1), 0, 9, Judgement.SUSPECT);
        found(name("down"), CLEAN, 0, 9, Judgement.SUSPECT);
        // Nobody that teaches behaviour 1 holds its names here, so only those that do give exemplars.
        samples.set(0, new Sample("s0", samples.get(0).code(), 1, new float[0][], new float[0]));

        assertThat(propose())
                .extracting(masked -> masked.candidate().target().index())
                .containsExactly(0, 1);
    }
}
