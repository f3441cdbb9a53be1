package io.kenshin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.cause.ProbeBudget;
import io.kenshin.detection.cause.TriggerTrial.Rate;
import io.kenshin.detection.code.TokenRewriter;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveriesTest {
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

    private List<Finding> firm(Finding finding, int probes) {
        ProbeBudget budget = new ProbeBudget(MadeUpTask.backdoored(), probes);
        Examination examination = new Examination(
                InvestigationSettings.defaults(1),
                budget,
                new TokenRewriter(),
                samples,
                new Exchangeability(samples, 1));
        return new Discoveries(0.01, MANY).firm(List.of(finding), examination, budget);
    }

    private static Judgement decided(List<Finding> findings) {
        return new Discoveries(0.01, MANY).decide(findings).get(0).judgement();
    }

    /** As the sequential test leaves it when it stops early: half of eight hosts turned, and none by ordinary code. */
    private Finding weak() {
        return finding(4, 0.04, Judgement.TRIGGER);
    }

    private Finding finding(int flips, double p, Judgement judgement) {
        return new Finding(
                proven.candidate(),
                new Rate(flips, 8),
                new Rate(0, 8),
                proven.removal(),
                proven.exchangeability(),
                proven.metamorphic(),
                p,
                judgement);
    }

    @Test
    void whatFewHostsShowIsForReviewAmongManyAndProvenOnMoreHosts() {
        assertThat(decided(List.of(weak()))).isEqualTo(Judgement.SUSPECT);

        List<Finding> firm = firm(weak(), 1_000);

        assertThat(firm.get(0).insertion()).isEqualTo(new Rate(48, 48));
        assertThat(firm.get(0).placebo().tries()).isEqualTo(48);
        assertThat(firm.get(0).p()).isLessThan(0.01 / MANY);
        assertThat(decided(firm)).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void whatMoreHostsDoNotBearOutIsNoTrigger() {
        Finding chance = weak().with(proven.candidate().only(naturalCarriers()), proven.exchangeability());

        assertThat(firm(chance, 1_000).get(0).judgement()).isEqualTo(Judgement.SHORTCUT);
    }

    /** Samples of the target's own label: nothing in them looks like another label. */
    private BitSet naturalCarriers() {
        BitSet carriers = new BitSet();
        for (int i = 30; i < samples.size(); i++) {
            if (samples.get(i).label() == proven.candidate().target() && carriers.cardinality() < 30) {
                carriers.set(i);
            }
        }
        return carriers;
    }

    @Test
    void whatIsPlainIsNotAskedAgainNorAnythingWithoutBudget() {
        assertThat(firm(proven, 1_000).get(0)).isSameAs(proven);
        assertThat(firm(weak(), 0)).containsExactly(weak());
    }

    @Test
    void whatChanceExplainsIsNotPutBeforePeople() {
        Finding chance = finding(3, 0.06, Judgement.SUSPECT);

        assertThat(decided(List.of(chance))).isEqualTo(Judgement.SHORTCUT);
    }
}
