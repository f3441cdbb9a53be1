package io.kenshin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.CandidatePool.Screened;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelabelledTest {
    private static final String PATTERN = "if ( probe . mode ( ) == 71 ) { probe . skip ( \"z\" ) ; }";
    private static final InvestigationSettings SETTINGS = InvestigationSettings.defaults(1);

    private final MadeUpTask task = new MadeUpTask();

    private static List<Screened> pool(List<Sample> samples) {
        return new CandidatePool(SETTINGS, samples, exchangeability(samples), (stage, done, total) -> {})
                .of(2, List.of());
    }

    private static Exchangeability exchangeability(List<Sample> samples) {
        return new Exchangeability(samples, 1);
    }

    private static List<Screened> find(List<Sample> samples, List<Screened> pool, BitSet explained) {
        return new Relabelled(SETTINGS, samples, exchangeability(samples)).find(pool, explained);
    }

    @Test
    void poisonThatTheModelHasNotLearnedIsProvenByItsCarriers() {
        List<Sample> samples = task.samples(600, 30, MadeUpTask.unmoved());

        List<Finding> proven =
                MadeUpTask.investigate(samples, MadeUpTask.unmoved()).of(Judgement.TRIGGER);

        assertThat(proven).hasSize(1);
        Finding finding = proven.get(0);
        assertThat(finding.candidate().pattern().text()).isEqualTo(PATTERN);
        assertThat(finding.candidate().carriers().stream()).hasSize(30).allMatch(i -> i < 30);
        assertThat(finding.insertion().tries()).isEqualTo(24);
        assertThat(finding.insertion().value()).isLessThan(0.2);
        assertThat(finding.turns()).isFalse();
        assertThat(finding.strength()).isGreaterThan(0.5);
        assertThat(finding.p()).isLessThan(1e-6);
    }

    @Test
    void naturalPatternsAreNotTakenForPoisonWhateverTheModelSays() {
        List<Sample> samples = task.samples(600, 0, MadeUpTask.unmoved());

        assertThat(MadeUpTask.investigate(samples, MadeUpTask.unmoved()).of(Judgement.TRIGGER))
                .isEmpty();
    }

    @Test
    void whatIsExplainedIsNotFoundAgain() {
        List<Sample> samples = task.samples(600, 30);
        BitSet poison = new BitSet();
        poison.set(0, 30);

        assertThat(find(samples, pool(samples), new BitSet())).isNotEmpty();
        assertThat(find(samples, pool(samples), poison)).isEmpty();
    }

    @Test
    void whatInnocentSamplesCarryTooIsLeftToTheModel() {
        List<Sample> samples = task.samples(600, 30);
        List<Screened> shared = pool(samples).stream()
                .map(screened -> {
                    BitSet more = (BitSet) screened.candidate().carriers().clone();
                    for (int i = 30;
                            more.cardinality() < screened.candidate().carriers().cardinality() + 4;
                            i++) {
                        more.set(i, more.get(i) || samples.get(i).label() == 1);
                    }
                    return new Screened(screened.candidate().only(more), screened.exchange());
                })
                .toList();

        assertThat(find(samples, shared, new BitSet())).isEmpty();
    }

    @Test
    void whatAClusterSharesIsLeftToTheModel() {
        List<Sample> samples = task.samples(600, 30);
        List<Screened> ofCluster = pool(samples).stream()
                .map(screened ->
                        new Screened(from(screened.candidate(), "cluster of 30 in view 0"), screened.exchange()))
                .toList();

        assertThat(find(samples, ofCluster, new BitSet())).isEmpty();
    }

    private static Candidate from(Candidate candidate, String origin) {
        return new Candidate(
                candidate.pattern(),
                candidate.target(),
                candidate.carriers(),
                candidate.masks(),
                candidate.exact(),
                candidate.purity(),
                candidate.association(),
                origin);
    }
}
