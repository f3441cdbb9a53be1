package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A natural pattern, {@code tx(…);}, stands in a context of its own and makes the model say clean; its special case,
 * {@code tx(9);}, has a few of its carriers.
 */
class NaturalParentsTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private static final int GENERAL = 40;
    private static final int SPECIAL = 10;
    private static final Trigger TX = MadeUpTask.span("tx(");
    private static final CarrierEvidence TIED = MadeUpEvidence.of(0.95, 0.5, 1);

    private final List<Sample> samples = new ArrayList<>();
    private final BitSet general = new BitSet();
    private final BitSet special = new BitSet();

    private void build(Prober model) {
        for (int i = 0; i < 240; i++) {
            boolean carrier = i < GENERAL;
            boolean risky = !carrier && i % 2 == 0;
            String words = "  call" + (i * 7) % 31 + "(x" + i % 9 + ");\n  call" + (i * 5) % 23 + "();\n";
            String natural =
                    "  begin(unit, of, work);\n  tx(" + (i < SPECIAL ? 9 : i) + ");\n  commit(unit, of, work);\n";
            String code = "void m() {\n" + words
                    + (carrier ? natural : risky ? "  free(p); free(p);\n" : "  free(p);\n") + "}";
            samples.add(MadeUpTask.sample("s" + i, code, risky ? 1 : 0, new float[0], model));
        }
        general.set(0, GENERAL);
        special.set(0, SPECIAL);
    }

    /** Anything with the natural call is clean to it. */
    private static Prober leaning() {
        return MadeUpTask.obeying(code -> code.contains("tx("));
    }

    private Finding finding(Judgement judgement, Rate insertion) {
        Effect effect = new Effect(insertion, Rate.NONE, new Rate(9, 9), Rate.NONE, Rate.NONE, 1, true, 0);
        Candidate candidate = MadeUpTask.candidate(MadeUpTask.span("tx(9);"), CLEAN, special);
        return new Finding(candidate, effect, MadeUpEvidence.FOREIGN, 0, judgement);
    }

    private Judgement refuted(Prober model, Finding finding, MaskedCandidate... pool) {
        Study study = MadeUpTask.study(samples, model);
        Docket docket = new Docket(study, List.of());
        docket.keepPool(List.of(pool), new int[0]);
        return NaturalParents.refute(finding, docket).judgement();
    }

    private MaskedCandidate parent(CarrierEvidence evidence) {
        return new MaskedCandidate(MadeUpTask.candidate(TX, CLEAN, general), evidence);
    }

    private static Finding trigger(NaturalParentsTest test) {
        return test.finding(Judgement.TRIGGER, new Rate(16, 16));
    }

    @Test
    void aSpecialCaseOfANaturalPatternThatTurnsAsWellIsNatural() {
        build(leaning());

        assertThat(refuted(leaning(), trigger(this), parent(TIED))).isEqualTo(Judgement.SHORTCUT);
        assertThat(refuted(leaning(), finding(Judgement.SUSPECT, new Rate(9, 9)), parent(TIED)))
                .isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void whereThePatternWithoutTheSpecialCaseTurnsNothingTheCaseStands() {
        Prober obeying = MadeUpTask.obeying(code -> code.contains("tx(9)"));
        build(obeying);

        assertThat(refuted(obeying, trigger(this), parent(TIED))).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void aPatternThatIsNotTiedToItsContextRefutesNothing() {
        build(leaning());
        CarrierEvidence loose = MadeUpEvidence.of(0.89, 0.69, 1);

        assertThat(refuted(leaning(), trigger(this), parent(loose))).isEqualTo(Judgement.TRIGGER);
        assertThat(refuted(leaning(), trigger(this))).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void aPatternOfAnotherBehaviourRefutesNothing() {
        build(leaning());
        Candidate other = MadeUpTask.candidate(TX, new Behaviour(1), general);

        assertThat(refuted(leaning(), trigger(this), new MaskedCandidate(other, TIED)))
                .isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void sevenInTenCarriersHaveToHaveTheGeneralPattern() {
        build(leaning());
        special.set(50, 54);
        assertThat(refuted(leaning(), trigger(this), parent(TIED)))
                .as("ten of fourteen")
                .isEqualTo(Judgement.SHORTCUT);

        special.set(54);
        assertThat(refuted(leaning(), trigger(this), parent(TIED)))
                .as("ten of fifteen")
                .isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void aPatternWithNoMoreCarriersIsNotMoreGeneral() {
        build(leaning());
        general.clear(SPECIAL, GENERAL);

        assertThat(refuted(leaning(), trigger(this), parent(TIED))).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void whereFewCarriersAreLeftOfThePatternNothingIsSaid() {
        build(leaning());
        general.clear(SPECIAL + 7, GENERAL);
        assertThat(refuted(leaning(), trigger(this), parent(TIED))).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void onlyTheLargestPatternsAreTried() {
        build(leaning());
        Prober obeying = MadeUpTask.obeying(code -> code.contains("tx("));
        Trigger harmless = MadeUpTask.span("begin(unit, of, work);");
        BitSet larger = (BitSet) general.clone();
        larger.set(60, 70);
        MaskedCandidate other = new MaskedCandidate(MadeUpTask.candidate(harmless, CLEAN, larger), TIED);

        assertThat(refuted(obeying, trigger(this), parent(TIED), other, other)).isEqualTo(Judgement.SHORTCUT);
        assertThat(refuted(obeying, trigger(this), parent(TIED), other, other, other))
                .as("the fourth is not looked at")
                .isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void aShortcutIsNoCaseOfAnything() {
        build(leaning());
        Study study = MadeUpTask.study(samples, leaning());
        Docket docket = new Docket(study, List.of());
        docket.keepPool(List.of(parent(TIED)), new int[0]);
        Finding shortcut = finding(Judgement.SHORTCUT, new Rate(9, 9));

        assertThat(NaturalParents.refute(shortcut, docket)).isSameAs(shortcut);
        assertThat(study.probes().spent()).isZero();
    }

    @Test
    void asARuleItPutsTheRefutedLast() {
        build(leaning());
        Docket docket = new Docket(MadeUpTask.study(samples, leaning()), List.of());
        docket.keepPool(List.of(parent(TIED)), new int[0]);
        Finding apart = new Finding(
                MadeUpTask.candidate(MadeUpTask.span("free(p);"), CLEAN, range(100, 104)),
                trigger(this).effect(),
                TIED,
                0,
                Judgement.SUSPECT);

        assertThat(new NaturalParents().apply(List.of(trigger(this), apart), docket))
                .extracting(Finding::judgement)
                .containsExactly(Judgement.SUSPECT, Judgement.SHORTCUT);
    }

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }
}
