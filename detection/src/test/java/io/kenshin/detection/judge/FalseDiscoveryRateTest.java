package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.Rate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FalseDiscoveryRateTest {
    private static final int MANY = 1_000;

    private List<Sample> samples;
    private Finding proven;

    @BeforeEach
    void proveATrigger() {
        samples = new MadeUpTask().samples(600, 30);
        proven = MadeUpTask.investigate(samples, MadeUpTask.backdoored())
                .of(Judgement.TRIGGER)
                .get(0);
    }

    private Docket docket(int examined) {
        return docket(MadeUpTask.study(samples, MadeUpTask.backdoored()), examined);
    }

    private static Docket docket(Study study, int examined) {
        Docket docket = new Docket(study, List.of());
        docket.count(examined);
        return docket;
    }

    private List<Finding> firm(Finding finding, boolean budget) {
        Docket docket = docket(MANY);
        for (int i = 0; !budget && i < docket.study().probes().most(); i++) {
            docket.study().probes().answers(List.of("void nothing" + i + "() { }"));
        }
        return new MoreHosts().apply(List.of(finding), docket);
    }

    private Judgement decided(List<Finding> findings) {
        return new FalseDiscoveryRate().apply(findings, docket(MANY)).get(0).judgement();
    }

    /** As the sequential test leaves it when it stops early: half of eight hosts turned, and none by ordinary code. */
    private Finding weak() {
        return finding(4, 0.04, Judgement.TRIGGER);
    }

    private Finding finding(int flips, double p, Judgement judgement) {
        Effect effect = new Effect(
                new Rate(flips, 8), new Rate(0, 8), proven.removal(), Rate.NONE, proven.metamorphic(), 1, flips > 2, p);
        return new Finding(proven.candidate(), effect, proven.evidence(), proven.chance(), judgement);
    }

    @Test
    void whatFewHostsShowIsForReviewAmongManyAndProvenOnMoreHosts() {
        assertThat(decided(List.of(weak()))).isEqualTo(Judgement.SUSPECT);

        List<Finding> firm = firm(weak(), true);

        assertThat(firm.get(0).insertion()).isEqualTo(new Rate(48, 48));
        assertThat(firm.get(0).placebo().tries()).isEqualTo(48);
        assertThat(firm.get(0).p()).isLessThan(0.01 / MANY);
        assertThat(decided(firm)).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void whatMoreHostsDoNotBearOutIsNoTrigger() {
        // Half of eight hosts turned, and of all others none does.
        Finding chance = weak().withCandidate(
                        proven.candidate().withPattern(MadeUpTask.span("step(n);")),
                        proven.evidence(),
                        proven.chance());

        assertThat(firm(chance, true).get(0).judgement()).isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void whatIsPlainIsNotAskedAgainNorAnythingWithoutBudget() {
        assertThat(firm(proven, true).get(0)).isSameAs(proven);
        assertThat(firm(weak(), false)).containsExactly(weak());
    }

    @Test
    void whatChanceExplainsIsNotPutBeforePeople() {
        Finding chance = finding(3, 0.06, Judgement.SUSPECT);

        assertThat(decided(List.of(chance))).isEqualTo(Judgement.SHORTCUT);
    }
}
