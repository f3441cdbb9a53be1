package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.propose.MinedPatterns;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarrierProofTest {
    private final MadeUpTask task = new MadeUpTask();

    private static Study study(List<Sample> samples) {
        return MadeUpTask.study(samples, MadeUpTask.backdoored());
    }

    private static Docket mined(List<Sample> samples) {
        Docket docket = new Docket(study(samples), List.of());
        new MinedPatterns().propose(docket);
        return docket;
    }

    private static List<MaskedCandidate> pool(List<Sample> samples) {
        return mined(samples).pool();
    }

    private static List<MaskedCandidate> find(List<Sample> samples, List<MaskedCandidate> pool, BitSet explained) {
        return CarrierProof.find(mined(samples), pool, explained);
    }

    @Test
    void poisonThatTheModelHasNotLearnedIsProvenByItsCarriers() {
        List<Sample> samples = task.samples(600, 30, MadeUpTask.unmoved());

        List<Finding> proven =
                MadeUpTask.investigate(samples, MadeUpTask.unmoved()).of(Judgement.TRIGGER);

        assertThat(proven).hasSize(1);
        Finding finding = proven.get(0);
        assertThat(finding.candidate().pattern().text()).isEqualTo(MadeUpTask.PATTERN);
        assertThat(finding.candidate().carriers().stream()).hasSize(30).allMatch(i -> i < 30);
        assertThat(finding.insertion().tries()).isEqualTo(24);
        assertThat(finding.insertion().value()).isLessThan(0.2);
        assertThat(finding.isObeyed()).isFalse();
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
        List<MaskedCandidate> shared = pool(samples).stream()
                .map(screened -> {
                    BitSet more = (BitSet) screened.candidate().carriers().clone();
                    for (int i = 30;
                            more.cardinality() < screened.candidate().carriers().cardinality() + 4;
                            i++) {
                        more.set(i, more.get(i) || samples.get(i).label() == 1);
                    }
                    return new MaskedCandidate(screened.candidate().withCarriers(more), screened.evidence());
                })
                .toList();

        assertThat(find(samples, shared, new BitSet())).isEmpty();
    }

    @Test
    void whatAClusterSharesIsLeftToTheModel() {
        List<Sample> samples = task.samples(600, 30);
        List<MaskedCandidate> ofCluster = pool(samples).stream()
                .map(screened ->
                        new MaskedCandidate(from(screened.candidate(), new Origin.Cluster(30, 0)), screened.evidence()))
                .toList();

        assertThat(find(samples, ofCluster, new BitSet())).isEmpty();
    }

    private static Candidate from(Candidate candidate, Origin origin) {
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
