package io.kenshin.detection.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private static final float[] SHOWN_CLEAN = {1, -1};
    private static final float[] SHOWN_RISKY = {-1, 1};
    private static final Trigger LOG = MadeUpTask.span("log();");

    private final List<String> heard = new ArrayList<>();

    private Study study(List<Sample> samples, long seed) {
        Study.Means means = new Study.Means(
                MadeUpTask.unmoved(),
                new TokenRewriter(),
                (stage, done, total) -> heard.add(stage.text() + " " + done + "/" + total));
        return new Study(samples, 2, Thresholds.DEFAULTS, means, seed);
    }

    private static Sample sample(String id, int label, float[] logits, String code) {
        return new Sample(id, code, label, new float[0][], logits);
    }

    private static BitSet positions(int... positions) {
        BitSet set = new BitSet();
        for (int position : positions) {
            set.set(position);
        }
        return set;
    }

    @Test
    void aHostTeachesAndShowsSomethingElseThanTheTarget() {
        Study study = study(
                List.of(
                        sample("host", 1, SHOWN_RISKY, "void a() { }"),
                        sample("of the target", 0, SHOWN_CLEAN, "void b() { }"),
                        sample("not believed", 1, SHOWN_CLEAN, "void c() { }"),
                        sample("carrier", 1, SHOWN_RISKY, "void d() { log(); }")),
                1);

        assertThat(study.hosts(MadeUpTask.candidate(LOG, CLEAN, positions(3))))
                .extracting(Sample::id)
                .containsExactly("host");
    }

    @Test
    void aHostHasAPlaceForTheTrigger() {
        Trigger value = MadeUpTask.span("(3 * 4)");
        Study study = study(
                List.of(
                        sample("with a number", 1, SHOWN_RISKY, "int a = 7;"),
                        sample("without", 1, SHOWN_RISKY, "int a = b;")),
                1);

        assertThat(study.hosts(MadeUpTask.candidate(value, CLEAN, new BitSet())))
                .extracting(Sample::id)
                .containsExactly("with a number");
    }

    @Test
    void hostsComeInAnOrderThatTheSeedSays() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            samples.add(sample("s" + i, 1, SHOWN_RISKY, "void a() { }"));
        }
        Candidate candidate = MadeUpTask.candidate(LOG, CLEAN, new BitSet());

        List<Sample> once = study(samples, 1).hosts(candidate);

        assertThat(once).isEqualTo(study(samples, 1).hosts(candidate)).isNotEqualTo(samples);
        assertThat(once).isNotEqualTo(study(samples, 2).hosts(candidate)).containsExactlyInAnyOrderElementsOf(samples);
    }

    @Test
    void carriersBelieveThatTeachTheTargetAndAreShownIt() {
        Study study = study(
                List.of(
                        sample("believing", 0, SHOWN_CLEAN, "log();"),
                        sample("doubted", 0, SHOWN_RISKY, "log();"),
                        sample("of another label", 1, SHOWN_CLEAN, "log();"),
                        sample("no carrier", 0, SHOWN_CLEAN, "")),
                1);
        Candidate candidate = MadeUpTask.candidate(LOG, CLEAN, positions(0, 1, 2));

        assertThat(study.believing(candidate)).containsExactly(0);
        assertThat(study.taught(candidate)).isEqualTo(2);
    }

    @Test
    void donorsAreWhateverTeachesTheTarget() {
        Study study = study(
                List.of(
                        sample("a", 0, SHOWN_CLEAN, ""),
                        sample("b", 1, SHOWN_CLEAN, ""),
                        sample("c", 0, SHOWN_RISKY, "")),
                1);

        assertThat(study.donors(CLEAN)).extracting(Sample::id).containsExactly("a", "c");
        assertThat(study.sample(1).id()).isEqualTo("b");
    }

    @Test
    void aSmallStudyMayAskTheLeastNumberOfQuestions() {
        Study study = study(List.of(sample("a", 0, SHOWN_CLEAN, "")), 5);

        assertThat(study.probes().most()).isEqualTo(1_500);
        assertThat(study.seed()).isEqualTo(5);
        assertThat(study.behaviours()).isEqualTo(2);
    }

    @Test
    void whoeverListensHearsEachStage() {
        Study study = study(List.of(sample("a", 0, SHOWN_CLEAN, "")), 1);

        study.stage(Stage.PROVE, 2, 7);
        study.stage(Stage.RECALL, 0, 1);

        assertThat(heard).containsExactly("prove 2/7", "recall 0/1");
    }

    @Test
    void aMaskedCandidateHasTheEvidenceOfItsCarriers() {
        List<Sample> samples = new MadeUpTask().samples(200, 20);
        Study study = MadeUpTask.study(samples, MadeUpTask.backdoored());
        Candidate candidate = MadeUpTask.planted(20);

        assertThat(study.masked(candidate).candidate()).isEqualTo(candidate);
        assertThat(study.masked(candidate).evidence())
                .isEqualTo(study.carriers().test(candidate));
    }

    @Test
    void whatTheModelBelievesOfOtherLabelsIsCounted() {
        Study study = study(
                List.of(
                        sample("believed", 1, SHOWN_RISKY, ""),
                        sample("believed too", 1, SHOWN_RISKY, ""),
                        sample("not believed", 1, SHOWN_CLEAN, ""),
                        sample("of the target", 0, SHOWN_RISKY, "")),
                1);

        assertThat(study.believed(CLEAN)).isEqualTo(2 / 3.0);
        assertThat(study(List.of(sample("a", 0, SHOWN_CLEAN, "")), 1).believed(CLEAN))
                .as("of nobody all")
                .isEqualTo(1);
    }

    @Test
    void stagesComeInTheOrderInWhichTheyAreListed() {
        assertThat(Stage.values())
                .extracting(Stage::text)
                .containsExactly("cluster", "mine", "screen", "prove", "occlude", "recall");
    }
}
