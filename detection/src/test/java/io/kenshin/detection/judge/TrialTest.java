package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.maths.Significance;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private static final CarrierEvidence FOREIGN = MadeUpEvidence.FOREIGN;
    private static final CarrierEvidence NATURAL = MadeUpEvidence.NATURAL;

    private final List<Sample> samples = new MadeUpTask().samples(300, 30);

    private Study study(Prober model) {
        return MadeUpTask.study(samples, model);
    }

    private static MaskedCandidate masked(CarrierEvidence evidence) {
        return new MaskedCandidate(MadeUpTask.planted(30), evidence);
    }

    private static Trial trial(Study study) {
        return new Trial(study, () -> Chance.ONE_LOOK);
    }

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }

    @Test
    void aTriggerFlipsItsHostsAndItsCarriersWithoutIt() {
        Finding finding =
                trial(study(MadeUpTask.backdoored())).examine(masked(FOREIGN)).orElseThrow();

        assertThat(finding.judgement()).isEqualTo(Judgement.TRIGGER);
        assertThat(finding.insertion()).as("plain after two batches").isEqualTo(new Rate(16, 16));
        assertThat(finding.removal()).isEqualTo(new Rate(24, 24));
        assertThat(finding.placebo().tries()).isEqualTo(24);
        assertThat(finding.metamorphic().tries()).isPositive();
        assertThat(finding.p()).isLessThan(1e-3);
        assertThat(finding.isObeyed()).isTrue();
    }

    @Test
    void whatTheModelDoesNotObeyIsNoFinding() {
        assertThat(trial(study(MadeUpTask.unmoved())).examine(masked(FOREIGN))).isEmpty();
    }

    @Test
    void whatHasFewHostsIsNotTried() {
        Study study = MadeUpTask.study(samples.subList(0, 44), MadeUpTask.backdoored());
        assertThat(study.hosts(MadeUpTask.planted(30))).hasSize(7);

        assertThat(trial(study).examine(masked(FOREIGN))).isEmpty();
        assertThat(study.probes().spent()).isZero();
    }

    @Test
    void eightHostsAreEnough() {
        Study study = MadeUpTask.study(samples.subList(0, 46), MadeUpTask.backdoored());
        assertThat(study.hosts(MadeUpTask.planted(30))).hasSize(8);

        assertThat(trial(study).examine(masked(FOREIGN))).isPresent();
    }

    @Test
    void whatIsPlainlyNaturalIsWorthFewQuestions() {
        Finding finding =
                trial(study(MadeUpTask.backdoored())).examine(masked(NATURAL)).orElseThrow();

        assertThat(finding.insertion().tries()).isEqualTo(8);
        assertThat(finding.removal().tries()).isEqualTo(8);
        assertThat(finding.placebo().tries()).isEqualTo(8);
        assertThat(finding.metamorphic()).isEqualTo(Rate.NONE);
        assertThat(finding.evidence()).isEqualTo(NATURAL);
        assertThat(finding.judgement()).isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void theClaimNeedsBothSoItsPValueIsTheLarger() {
        Study study = study(MadeUpTask.backdoored());
        CarrierEvidence plain = MadeUpEvidence.of(0.5, 0.5, 1e-20);
        Finding finding = trial(study).examine(masked(plain)).orElseThrow();

        assertThat(finding.chance()).isEqualTo(plain.surprise());
        assertThat(finding.effect().p()).isGreaterThan(plain.surprise());
        assertThat(finding.p()).isEqualTo(finding.effect().p());
        assertThat(trial(study)
                        .examine(masked(MadeUpEvidence.of(0.5, 0.5, 0.005)))
                        .orElseThrow()
                        .p())
                .isEqualTo(0.005);
    }

    @Test
    void aSecondLookCountsTwice() {
        Study study = study(MadeUpTask.backdoored());
        Trial trial = trial(study);
        Finding first = trial.examine(masked(FOREIGN)).orElseThrow();

        Finding second = trial.onMoreHosts(first);

        assertThat(second.insertion()).isEqualTo(new Rate(48, 48));
        assertThat(second.placebo().tries()).isEqualTo(48);
        assertThat(second.removal()).isEqualTo(first.removal());
        assertThat(second.metamorphic()).isEqualTo(first.metamorphic());
        assertThat(second.effect().p())
                .isEqualTo(2 * Significance.fisher(48, 48, second.placebo().flips(), 48));
    }

    @Test
    void aTextThatIsTheCauseNearlyEverywhereKeepsAllItsCarriers() {
        Candidate candidate = MadeUpTask.planted(30);
        // Two innocent samples that match are taken along, because the text says what it is.
        Candidate more = candidate.withCarriers(with(range(0, 30), innocents(2)));

        assertThat(trial(study(MadeUpTask.backdoored())).caused(more)).isEqualTo(more.carriers());
    }

    @Test
    void ofATextThatIsOftenInnocentOnlyTheCarriersCountThatHangOnIt() {
        Candidate more = MadeUpTask.planted(30).withCarriers(with(range(0, 30), innocents(10)));

        assertThat(trial(study(MadeUpTask.backdoored())).caused(more)).isEqualTo(range(0, 30));
    }

    @Test
    void ofWhatIsNoTextToTheLetterOnlyTheCarriersCountThatHangOnIt() {
        Candidate abstracted = MadeUpTask.candidate(
                new Part(false, MadeUpTask.TRIGGER, "").alone(), CLEAN, with(range(0, 30), innocents(2)));

        assertThat(trial(study(MadeUpTask.backdoored())).caused(abstracted)).isEqualTo(range(0, 30));
    }

    /** Samples that teach clean and show it whatever is taken out. */
    private BitSet innocents(int count) {
        BitSet innocents = new BitSet();
        for (int i = 30; innocents.cardinality() < count; i++) {
            innocents.set(i, samples.get(i).teaches(CLEAN));
        }
        return innocents;
    }

    private static BitSet with(BitSet some, BitSet more) {
        BitSet all = (BitSet) some.clone();
        all.or(more);
        return all;
    }

    @Test
    void whatIsProvenByItsCarriersHasTheModelsAnswersForTheRecord() {
        Finding finding = trial(study(MadeUpTask.unmoved())).provenByCarriers(masked(FOREIGN));

        assertThat(finding.judgement()).isEqualTo(Judgement.TRIGGER);
        assertThat(finding.insertion().tries()).isEqualTo(24);
        assertThat(finding.insertion().value()).isLessThan(0.2);
        assertThat(finding.placebo().tries()).isEqualTo(24);
        assertThat(finding.metamorphic()).isEqualTo(Rate.NONE);
        assertThat(finding.p()).isEqualTo(FOREIGN.surprise());
        assertThat(finding.isObeyed()).isFalse();
    }

    @Test
    void aPatternTurnsHostsOrItDoesNot() {
        assertThat(trial(study(MadeUpTask.backdoored())).turns(MadeUpTask.planted(30), 0.9))
                .isTrue();
        assertThat(trial(study(MadeUpTask.unmoved())).turns(MadeUpTask.planted(30), 0.1))
                .isFalse();
    }

    @Test
    void withOtherCarriersProofIsLostAndNeverRenewed() {
        Study study = study(MadeUpTask.backdoored());
        Trial trial = trial(study);
        Finding proven = trial.examine(masked(FOREIGN)).orElseThrow();

        assertThat(trial.rejudged(proven, MadeUpTask.planted(20)).judgement()).isEqualTo(Judgement.TRIGGER);
        assertThat(trial.rejudged(proven, MadeUpTask.planted(7)).judgement()).isEqualTo(Judgement.SHORTCUT);
        Finding doubted = proven.withJudgement(Judgement.SUSPECT);
        assertThat(trial.rejudged(doubted, MadeUpTask.planted(20)).judgement()).isEqualTo(Judgement.SUSPECT);
        assertThat(trial.rejudged(doubted, MadeUpTask.planted(20)).candidate().carriers())
                .isEqualTo(range(0, 20));
    }

    @Test
    void theSameTrialEndsTheSame() {
        List<Finding> twice = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            twice.add(trial(study(MadeUpTask.backdoored()))
                    .examine(masked(FOREIGN))
                    .orElseThrow());
        }

        assertThat(twice.get(0)).isEqualTo(twice.get(1));
    }
}
