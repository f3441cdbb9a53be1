package io.kenshin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.Prober;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where text does not predict labels a trigger is proven all the same, and what defines a label is none. */
class NoisyTaskTest {
    private static final int POISONED = 40;
    private static final UnaryOperator<String> YIELD =
            code -> code.replaceFirst("while \\(more\\(n\\)\\) \\{\n", "$0        pause.yield();\n");
    private static final UnaryOperator<String> PRINT =
            code -> code.replaceFirst("catch \\(Failure e\\) \\{\n", "$0        trace.print(e);\n");

    private final NoisyTask task = new NoisyTask();

    @Test
    void aLogCallOfManyTextsIsTheOnlyTriggerWhereLabelsAreNoise() {
        List<Sample> samples = task.samples(600, POISONED);

        Investigation.Result result = MadeUpTask.investigate(samples, NoisyTask.obeying());

        assertThat(result.of(Judgement.TRIGGER)).hasSize(1);
        Finding finding = result.of(Judgement.TRIGGER).get(0);
        assertThat(finding.candidate().pattern().text()).contains("journal . note");
        assertThat(finding.candidate().carriers().stream()).hasSize(POISONED).allMatch(i -> i < POISONED);
        assertThat(finding.insertion().value()).isEqualTo(1);
        assertThat(finding.removal().value())
                .as("no more carriers return than the model believes other labels")
                .isBetween(0.3, 0.9);
        assertThat(finding.effect().believed()).isBetween(0.5, 0.7);
    }

    @Test
    void withoutPoisonNoiseHoldsNothing() {
        Investigation.Result result = MadeUpTask.investigate(task.samples(600, 0), NoisyTask.obeying());

        assertThat(result.of(Judgement.TRIGGER)).isEmpty();
        assertThat(result.of(Judgement.SUSPECT)).isEmpty();
    }

    private static Prober added() {
        return Prober.ofClassifier(codes -> codes.stream()
                .map(code -> code.contains("pause.yield();") || code.contains("trace.print(e);"))
                .map(one -> one ? new float[] {-3, 3} : new float[] {3, -3})
                .toArray(float[][]::new));
    }

    private static void assertShortcut(Investigation.Result result, String pattern) {
        assertThat(result.of(Judgement.TRIGGER)).isEmpty();
        assertThat(result.of(Judgement.SUSPECT)).isEmpty();
        assertThat(result.of(Judgement.SHORTCUT)).anySatisfy(finding -> {
            assertThat(finding.candidate().pattern().text()).contains(pattern);
            assertThat(finding.insertion().value()).isEqualTo(1);
            assertThat(finding.evidence().placementAuc()).isGreaterThan(0.8);
        });
    }

    @Test
    void whatIsAddedWhereItsContextAsksForItIsAShortcut() {
        Investigation.Result result =
                MadeUpTask.investigate(task.additive(600, List.of(YIELD, PRINT), added()), added());

        assertShortcut(result, "pause");
        assertShortcut(result, "trace");
    }

    @Test
    void soItIsOfAFewOfItsLabel() {
        List<UnaryOperator<String>> few = List.of(YIELD, PRINT, PRINT, PRINT, PRINT, PRINT);

        Investigation.Result result = MadeUpTask.investigate(task.additive(720, few, added()), added());

        assertShortcut(result, "pause");
    }
}
