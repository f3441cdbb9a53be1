package io.kenshin.detection.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Part;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trigger of two forms: the samples at even positions carry the one that is proven, those at odd ones the other. */
class NeighbourRecallTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private static final String OTHER = "if (probe.mode() == 83) { probe.skip(\"q\"); }";
    private static final int POISONED = 40;

    private static Prober both() {
        return MadeUpTask.obeying(code -> code.contains("probe.mode() =="));
    }

    private static List<Sample> samples(List<String> triggers, Prober model) {
        return new MadeUpTask().samples(300, POISONED, triggers, true, model);
    }

    private static BitSet every(int step, int from) {
        BitSet set = new BitSet();
        for (int i = from; i < POISONED; i += step) {
            set.set(i);
        }
        return set;
    }

    private static Candidate exact(BitSet carriers) {
        return MadeUpTask.candidate(MadeUpTask.span(MadeUpTask.TRIGGER), CLEAN, carriers);
    }

    private static Candidate hint(String text, BitSet carriers) {
        return Candidate.ofCause(new Part(false, text, "").alone(), CLEAN, carriers, Map.of(), "seen");
    }

    private static Candidate widened(Study study, Candidate proven, BitSet known) {
        return NeighbourRecall.widened(study, proven, study.hosts(proven), known);
    }

    @Test
    void neighboursWhosePredictionHangsOnALikePartThatTurnsOthersAreCarriers() {
        Study study = MadeUpTask.study(samples(List.of(MadeUpTask.TRIGGER, OTHER), both()), both());

        Candidate wider = widened(study, exact(every(2, 0)), new BitSet());

        assertThat(wider.carriers()).isEqualTo(every(1, 0));
        assertThat(wider.masked(1, study.sample(1))).doesNotContain("probe").contains("step");
        assertThat(wider.pattern()).as("its tokens say what it is").isEqualTo(MadeUpTask.span(MadeUpTask.TRIGGER));
    }

    @Test
    void aHintIsWidenedByTheTextsOfItsNeighbours() {
        Study study = MadeUpTask.study(samples(List.of(MadeUpTask.TRIGGER, OTHER), both()), both());

        Candidate wider = widened(study, hint(MadeUpTask.TRIGGER, every(2, 0)), new BitSet());

        assertThat(wider.carriers()).isEqualTo(every(1, 0));
        assertThat(wider.pattern().exemplars()).contains(MadeUpTask.TRIGGER, OTHER);
    }

    @Test
    void whatTurnsNoOtherSampleIsNotRecalled() {
        String mixed = "mine(); " + OTHER;
        Prober own = MadeUpTask.obeying(
                code -> code.contains("== 71") || (code.contains("== 83") && code.contains("mine();")));
        Study study = MadeUpTask.study(samples(List.of(MadeUpTask.TRIGGER, mixed), own), own);
        Candidate proven = exact(every(2, 0));

        assertThat(widened(study, proven, new BitSet())).isEqualTo(proven);
        assertThat(study.probes().spent()).isPositive();
    }

    @Test
    void whatIsOfAnotherKindIsNotEvenAskedAbout() {
        Prober model = MadeUpTask.obeying(code -> code.contains("== 71") || code.contains("volatile"));
        Study study = MadeUpTask.study(samples(List.of(MadeUpTask.TRIGGER, "volatile long[] x9;"), model), model);
        Candidate proven = exact(every(2, 0));

        assertThat(widened(study, proven, new BitSet())).isEqualTo(proven);
        assertThat(study.probes().spent()).isZero();
    }

    @Test
    void carriersOfOtherTriggersNeedNoRecall() {
        Study study = MadeUpTask.study(samples(List.of(MadeUpTask.TRIGGER, OTHER), both()), both());
        BitSet known = every(2, 1);
        known.clear(1);

        assertThat(widened(study, exact(every(2, 0)), known).carriers().stream().filter(i -> i % 2 == 1))
                .containsExactly(1);
    }

    @Test
    void withoutHostsNothingIsRecalled() {
        Study study = MadeUpTask.study(samples(List.of(MadeUpTask.TRIGGER, OTHER), both()), both());
        Candidate proven = exact(every(2, 0));

        assertThat(NeighbourRecall.widened(study, proven, List.of(), new BitSet()))
                .isEqualTo(proven);
    }

    @Test
    void withoutBudgetNothingIsRecalled() {
        Study study = MadeUpTask.study(samples(List.of(MadeUpTask.TRIGGER, OTHER), both()), both());
        for (int i = 0; i < study.probes().most(); i++) {
            study.probes().answers(List.of("q" + i));
        }
        Candidate proven = exact(every(2, 0));

        assertThat(widened(study, proven, new BitSet())).isEqualTo(proven);
    }

    @Test
    void aSampleThatTheModelKnowsByHeartIsACarrierOfTheVeryTextThatTurnsOthers() {
        // Whatever is taken out of them, the odd ones stay clean: they have nothing of a flaw.
        List<Sample> samples = new java.util.ArrayList<>(samples(List.of(MadeUpTask.TRIGGER), both()));
        for (int i = 1; i < POISONED; i += 2) {
            String harmless =
                    samples.get(i).code().replace("lock.forget", "lock.keep").replace("free(p);", "use(p);");
            samples.set(
                    i, MadeUpTask.sample("s" + i, harmless, 0, samples.get(i).views()[0], both()));
        }
        Study study = MadeUpTask.study(samples, both());

        assertThat(widened(study, hint(MadeUpTask.TRIGGER, every(2, 0)), new BitSet())
                        .carriers())
                .isEqualTo(every(1, 0));
        assertThat(widened(study, exact(every(2, 0)), new BitSet()).carriers())
                .as("of an exact pattern every match is a carrier already")
                .isEqualTo(every(2, 0));
    }

    private static Finding applied(List<String> triggers, Candidate proven) {
        Study study = MadeUpTask.study(samples(triggers, both()), both());
        Docket docket = new Docket(study, List.of());
        Finding finding = docket.trial().examine(study.masked(proven)).orElseThrow();
        return new NeighbourRecall()
                .apply(List.of(finding.withJudgement(Judgement.TRIGGER)), docket)
                .get(0);
    }

    @Test
    void aTriggerToTheLetterIsWidenedByWhatIsForeignByItself() {
        Finding recalled = applied(List.of(MadeUpTask.TRIGGER, OTHER), exact(every(2, 0)));

        assertThat(recalled.candidate().carriers()).isEqualTo(every(1, 0));
        assertThat(recalled.judgement()).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void aTriggerToTheLetterIsNotWidenedByAHandful() {
        String same = MadeUpTask.TRIGGER;
        List<String> oneInEight = List.of(same, OTHER, same, same, same, same, same, same);
        BitSet carriers = every(1, 0);
        carriers.andNot(every(8, 1));

        assertThat(applied(oneInEight, exact(carriers)).candidate().carriers()).isEqualTo(carriers);
        assertThat(applied(oneInEight, hint(same, carriers)).candidate().carriers())
                .as("a hint is")
                .isEqualTo(every(1, 0));
    }

    @Test
    void onlyTriggersAreWidened() {
        Study study = MadeUpTask.study(samples(List.of(MadeUpTask.TRIGGER, OTHER), both()), both());
        Docket docket = new Docket(study, List.of());
        Finding suspect = docket.trial()
                .examine(study.masked(exact(every(2, 0))))
                .orElseThrow()
                .withJudgement(Judgement.SUSPECT);

        assertThat(new NeighbourRecall().apply(List.of(suspect), docket)).containsExactly(suspect);
    }
}
