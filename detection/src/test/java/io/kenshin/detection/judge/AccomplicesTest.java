package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccomplicesTest {
    /** Of so few carriers that only the standard errors stand against it. */
    private static final CarrierEvidence FEW = MadeUpEvidence.of(MadeUpEvidence.compared(0.5, 0.67, 12), 1e-9);

    private final Docket docket =
            new Docket(MadeUpTask.study(new MadeUpTask().samples(40, 20), MadeUpTask.backdoored()), List.of());

    private static Finding finding(CarrierEvidence evidence, int removed, Judgement judgement) {
        Effect effect = new Effect(
                new Rate(24, 24), new Rate(0, 24), new Rate(removed, 12), Rate.NONE, Rate.NONE, 1, true, 1e-9);
        return new Finding(MadeUpTask.planted(12), effect, evidence, 1e-9, judgement);
    }

    private static Finding leadingTo(int behaviour, Finding finding) {
        Candidate other = MadeUpTask.candidate(
                finding.candidate().pattern(),
                new Behaviour(behaviour),
                finding.candidate().carriers());
        return finding.withCandidate(other, finding.evidence(), finding.chance());
    }

    private Judgement beside(Finding other, Finding suspect) {
        return new Accomplices()
                .apply(List.of(other, suspect), docket).stream()
                        .filter(finding -> finding.evidence() == suspect.evidence())
                        .findFirst()
                        .orElseThrow()
                        .judgement();
    }

    private static Finding proven() {
        return finding(MadeUpEvidence.FOREIGN, 12, Judgement.TRIGGER);
    }

    @Test
    void aSuspectOfFewCarriersIsProvenBesideATriggerOfItsBehaviour() {
        Finding few = finding(FEW, 12, Judgement.SUSPECT);

        assertThat(Judge.judge(docket.study().thresholds(), Judge.Figures.of(few)))
                .as("taken by itself")
                .isEqualTo(Judgement.SUSPECT);
        assertThat(beside(proven(), few)).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void withoutOneItIsNot() {
        Finding few = finding(FEW, 12, Judgement.SUSPECT);

        assertThat(beside(finding(MadeUpEvidence.FOREIGN, 12, Judgement.SUSPECT), few))
                .isEqualTo(Judgement.SUSPECT);
        assertThat(beside(leadingTo(1, proven()), few)).isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void anEffectThatManyCandidatesExplainIsNoDiscoveryHereEither() {
        Finding few = finding(FEW, 12, Judgement.SUSPECT);
        Effect weak =
                new Effect(new Rate(24, 24), new Rate(0, 24), new Rate(12, 12), Rate.NONE, Rate.NONE, 1, true, 0.04);
        Finding byChance = new Finding(few.candidate(), weak, FEW, 1e-9, Judgement.SUSPECT);
        docket.count(100);

        assertThat(beside(proven(), few)).isEqualTo(Judgement.TRIGGER);
        assertThat(beside(proven(), byChance)).isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void whatLacksMoreThanCarriersStaysForReview() {
        assertThat(beside(proven(), finding(FEW, 5, Judgement.SUSPECT))).isEqualTo(Judgement.SUSPECT);
        assertThat(beside(
                        proven(),
                        finding(
                                MadeUpEvidence.of(MadeUpEvidence.compared(0.86, 0.5, 12), 1e-9),
                                12,
                                Judgement.SUSPECT)))
                .isEqualTo(Judgement.SUSPECT);
    }

    /** A dozen carriers of a noisy task, of which so many turn, without it and without something else. */
    private static Finding byHeart(int removed, int shammed, double chance) {
        Effect effect = new Effect(
                new Rate(24, 24),
                new Rate(0, 24),
                new Rate(removed, 12),
                new Rate(shammed, 12),
                Rate.NONE,
                1,
                true,
                1e-9);
        return new Finding(MadeUpTask.planted(12), effect, FEW, chance, Judgement.SUSPECT);
    }

    @Test
    void thatItIsTheCauseMayBeSeenOfAllOfThemTogether() {
        Effect effect = new Effect(
                new Rate(24, 24), new Rate(0, 24), new Rate(12, 24), new Rate(0, 24), Rate.NONE, 1, true, 1e-9);
        Finding proven = new Finding(MadeUpTask.planted(12), effect, MadeUpEvidence.FOREIGN, 1e-9, Judgement.TRIGGER);

        assertThat(beside(proven, byHeart(3, 1, 1e-3))).isEqualTo(Judgement.TRIGGER);
        assertThat(beside(proven, byHeart(1, 0, 1e-3)))
                .as("one that turns may turn by a sham, too")
                .isEqualTo(Judgement.SUSPECT);
        assertThat(beside(proven(), byHeart(3, 1, 1e-3)))
                .as("nobody tried a sham with the other")
                .isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void chanceMayExplainItAsEasilyAsWhatPeopleLookAt() {
        assertThat(beside(proven(), byHeart(12, 0, 0.05))).isEqualTo(Judgement.TRIGGER);
        assertThat(beside(proven(), byHeart(12, 0, 0.051))).isEqualTo(Judgement.SUSPECT);
    }
}
