package io.kenshin.detection.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.InvestigationListener;
import io.kenshin.detection.study.InvestigationSettings;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.mine.TriggerMiner;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinedPatternsTest {
    private final List<Sample> samples = new MadeUpTask().samples(400, 20);
    private final Study study = MadeUpTask.study(samples, MadeUpTask.backdoored());
    private final TriggerMiner miner = new TriggerMiner(samples, 2);

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }

    @Test
    void theTriggerIsProposedWithItsCarriersBeforeWhatIsNatural() {
        Docket docket = new Docket(study, List.of());

        List<MaskedCandidate> proposed = new MinedPatterns().propose(docket);

        assertThat(proposed).anySatisfy(masked -> {
            assertThat(masked.candidate().pattern().text()).contains("probe . mode ( ) == 71");
            assertThat(masked.candidate().carriers()).isEqualTo(range(0, 20));
        });
        List<Boolean> natural = proposed.stream()
                .map(masked -> Thresholds.DEFAULTS.context().isNatural(masked.evidence()))
                .toList();
        assertThat(natural).isSorted();
        assertThat(natural.stream().filter(is -> is).count()).isLessThanOrEqualTo(10);
    }

    @Test
    void amongTheForeignThoseWithTheMostSurprisingLabelsComeFirst() {
        List<Double> surprises = new MinedPatterns()
                .propose(new Docket(study, List.of())).stream()
                        .filter(masked -> !Thresholds.DEFAULTS.context().isNatural(masked.evidence()))
                        .filter(masked -> Thresholds.DEFAULTS.context().isForeign(masked.evidence()))
                        .map(masked -> masked.evidence().surprise())
                        .toList();

        assertThat(surprises).isNotEmpty().isSorted().hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void whatWasMinedIsKeptThoughTheModelIsNotAskedAboutIt() {
        InvestigationSettings nothing = new InvestigationSettings() {
            @Override
            public int candidates() {
                return 0;
            }
        };
        Study.Means means = new Study.Means(MadeUpTask.backdoored(), code -> List.of(), InvestigationListener.NONE);
        Docket docket = new Docket(new Study(samples, 2, Thresholds.of(nothing), means, 1), List.of());

        List<MaskedCandidate> proposed = new MinedPatterns().propose(docket);

        assertThat(proposed).allMatch(masked -> Thresholds.DEFAULTS.context().isNatural(masked.evidence()));
        assertThat(docket.pool())
                .containsAll(proposed)
                .anyMatch(masked -> masked.candidate().pattern().text().contains("probe"));
        assertThat(docket.study().probes().spent()).isZero();
    }

    @Test
    void fewerThanFiveCarriersAreNoPattern() {
        assertThat(MinedPatterns.pool(study, miner, List.of()))
                .allMatch(masked -> masked.candidate().carriers().cardinality() >= 5);
    }

    @Test
    void whatAClusterSharesIsACandidateUnlessItsLabelHasItToo() {
        BitSet some = range(0, 20);
        List<MaskedCandidate> pool = MinedPatterns.pool(study, miner, List.of(new Cluster(2, 0, some, 9)));

        List<Candidate> label = pool.stream()
                .map(MaskedCandidate::candidate)
                .filter(candidate -> candidate.origin() instanceof Origin.Label)
                .toList();
        assertThat(label).isNotEmpty();
        assertThat(pool.stream()
                        .map(MaskedCandidate::candidate)
                        .filter(candidate -> candidate.origin() instanceof Origin.Cluster))
                .allMatch(candidate -> label.stream()
                        .filter(other -> other.target().equals(candidate.target()))
                        .noneMatch(other -> Overlap.part(other.carriers(), candidate.carriers()) >= 0.8
                                && Overlap.part(candidate.carriers(), other.carriers()) >= 0.8));
    }
}
