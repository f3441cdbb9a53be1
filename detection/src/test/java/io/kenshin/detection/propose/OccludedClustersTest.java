package io.kenshin.detection.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.Effect;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.representation.OverClustering;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.NameSet;
import io.kenshin.detection.trigger.Variants;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Poison that shares no text: each sample has a call, or a name, of its own. */
class OccludedClustersTest {
    private static final int POISONED = 40;
    private final List<Sample> samples = new MadeUpTask().ownCalls(300, POISONED);
    private final Study study = MadeUpTask.study(samples, MadeUpTask.obeyingCalls());

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }

    private List<MaskedCandidate> propose(BitSet... members) {
        List<Cluster> clusters = java.util.Arrays.stream(members)
                .map(some -> new Cluster(0, 0, some, 9))
                .toList();
        return new OccludedClusters().propose(new Docket(study, clusters));
    }

    private BitSet honest(int count) {
        BitSet honest = new BitSet();
        for (int i = POISONED; honest.cardinality() < count; i++) {
            honest.set(i, samples.get(i).label() == 0);
        }
        return honest;
    }

    @Test
    void whatTheMembersOfAClusterHangOnIsACandidate() {
        List<Cluster> clusters = OverClustering.find(samples, 2, 1);

        List<MaskedCandidate> proposed = new OccludedClusters().propose(new Docket(study, clusters));

        assertThat(proposed).isNotEmpty();
        Candidate candidate = proposed.get(0).candidate();
        assertThat(candidate.pattern()).isInstanceOf(Variants.class);
        assertThat(candidate.pattern().exemplars())
                .hasSizeGreaterThan(5)
                .allMatch(text -> text.matches("step1\\d\\d\\(.*"));
        assertThat(candidate.target()).isEqualTo(new Behaviour(0));
        assertThat(candidate.carriers().stream()).allMatch(i -> i < POISONED);
    }

    @Test
    void atMostTwentyFourMembersAreAskedAboutAndTheOriginSaysSo() {
        Candidate candidate = propose(range(0, POISONED)).get(0).candidate();

        assertThat(candidate.carriers().cardinality()).isEqualTo(24);
        assertThat(candidate.origin().text()).isEqualTo("what 24 members of a cluster of 40 in view 0 hang on");
        assertThat(candidate.exact()).isFalse();
    }

    @Test
    void theMasksAreTheSamplesWithoutTheirParts() {
        Candidate candidate = propose(range(0, POISONED)).get(0).candidate();

        candidate.carriers().stream()
                .forEach(i -> assertThat(candidate.masked(i, samples.get(i)))
                        .doesNotContain("step" + (100 + i) + "(")
                        .contains("step"));
    }

    @Test
    void namesOfTheirOwnAreACandidateOfNames() {
        List<Sample> named = new MadeUpTask().ownNames(300, POISONED);
        Study own = MadeUpTask.study(named, MadeUpTask.obeyingNames());

        Candidate candidate = new OccludedClusters()
                .propose(new Docket(own, List.of(new Cluster(0, 0, range(0, POISONED), 9))))
                .get(0)
                .candidate();

        assertThat(candidate.pattern()).isInstanceOf(NameSet.class);
        assertThat(candidate.pattern().exemplars()).allMatch(names -> names.matches("q\\d+x r\\d+x"));
    }

    private static Finding trigger(int carriers) {
        Effect effect = new Effect(Rate.NONE, Rate.NONE, Rate.NONE, Rate.NONE, Rate.NONE, 1, true, 0);
        return new Finding(MadeUpTask.planted(carriers), effect, MadeUpEvidence.FOREIGN, 0, Judgement.TRIGGER);
    }

    @Test
    void whatATriggerExplainsIsLeftAlone() {
        Docket docket = new Docket(study, List.of(new Cluster(0, 0, range(0, POISONED), 9)));
        docket.add(trigger(24));

        assertThat(new OccludedClusters().propose(docket)).isEmpty();
        assertThat(study.probes().spent()).isZero();
    }

    @Test
    void aClusterOfWhichATriggerExplainsLessIsNot() {
        Docket docket = new Docket(study, List.of(new Cluster(0, 0, range(0, POISONED), 9)));
        docket.add(trigger(23));

        assertThat(new OccludedClusters().propose(docket)).hasSize(1);
    }

    @Test
    void membersThatLookLikeTheirLabelAreNotAskedAbout() {
        assertThat(propose(honest(30))).isEmpty();
        assertThat(study.probes().spent()).isZero();
    }

    @Test
    void eightMembersAreEnoughAndSevenAreNot() {
        assertThat(propose(range(0, 7))).isEmpty();
        assertThat(study.probes().spent()).isZero();
        assertThat(propose(range(0, 8))).hasSize(1);
    }

    @Test
    void whereNoPartDecidesForTheFirstFewTheRestIsNotAskedAbout() {
        Prober byHeart = Prober.ofClassifier(
                codes -> codes.stream().map(code -> new float[] {3, -3}).toArray(float[][]::new));
        Study other = MadeUpTask.study(samples, byHeart);

        assertThat(new OccludedClusters().propose(new Docket(other, List.of(new Cluster(0, 0, range(0, POISONED), 9)))))
                .isEmpty();
        assertThat(other.probes().spent()).as("parts of four samples").isBetween(4, 4 * 20);
    }

    @Test
    void aClusterThatIsMostOfItsLabelHidesNothing() {
        long label = samples.stream().filter(sample -> sample.label() == 0).count();
        BitSet large = range(0, POISONED);
        large.or(honest((int) (0.4 * label) - POISONED + 1));

        assertThat(propose(large)).isEmpty();
        assertThat(study.probes().spent()).isZero();
    }

    @Test
    void twoClustersThatAreNearlyOneAreAskedAboutOnce() {
        assertThat(propose(range(0, POISONED), range(0, POISONED - 2))).hasSize(1);
        assertThat(propose(range(0, 20), range(20, 40))).hasSize(2);
    }

    @Test
    void theReserveIsKeptForWhatIsProven() {
        for (int i = 0; i < 1_124; i++) {
            study.probes().answers(List.of("q" + i));
        }
        assertThat(propose(range(0, 20))).as("376 left of 1,500").hasSize(1);

        study.probes().answers(List.of("one more"));
        assertThat(propose(range(20, 40))).isEmpty();
    }
}
