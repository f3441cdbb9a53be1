package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Logits;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TriggerTrialTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private static final Trigger LOG = MadeUpTask.span("log();");
    private static final SequentialRatio.Rates PLAIN = new SequentialRatio.Rates(0.5, 0.85, 0.01);

    private final List<String> asked = new ArrayList<>();

    /** Clean where the rule says so. */
    private TriggerTrial trial(Predicate<String> clean) {
        return new TriggerTrial(
                codes -> {
                    asked.addAll(codes);
                    return codes.stream()
                            .<Answer>map(code -> new Logits(clean.test(code) ? new float[] {1, 0} : new float[] {0, 1}))
                            .toList();
                },
                1);
    }

    private static List<Sample> hosts(int count) {
        List<Sample> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hosts.add(new Sample("s" + i, "void m() { host" + i + "(); }", 1, new float[0][], new float[0]));
        }
        return hosts;
    }

    /** The rule of a trigger that works in the first hosts only. */
    private static Predicate<String> inTheFirst(int count) {
        return code -> code.contains("log();") && Integer.parseInt(code.replaceAll("\\D", "")) < count;
    }

    @Test
    void insertionCountsTheHostsThatBecomeTheTarget() {
        assertThat(trial(inTheFirst(3)).insertion(LOG, CLEAN, hosts(10))).isEqualTo(new Rate(3, 10));
        assertThat(asked).hasSize(10).allMatch(code -> code.contains("log();"));
    }

    @Test
    void insertionIntoNobodyAsksNothing() {
        assertThat(trial(code -> true).insertion(LOG, CLEAN, List.of())).isEqualTo(Rate.NONE);
        assertThat(asked).isEmpty();
    }

    @Test
    void insertionStopsWhenItIsPlainThatItFlips() {
        assertThat(trial(code -> true).insertionUntilPlain(LOG, CLEAN, hosts(40), 8, PLAIN))
                .isEqualTo(new Rate(16, 16));
    }

    @Test
    void insertionStopsWhenItIsPlainThatItDoesNot() {
        assertThat(trial(code -> false).insertionUntilPlain(LOG, CLEAN, hosts(40), 8, PLAIN))
                .isEqualTo(new Rate(0, 8));
    }

    @Test
    void whatIsNeverPlainIsAskedToTheEndWithAShortLastBatch() {
        Predicate<String> sevenOfTen = code -> Integer.parseInt(code.replaceAll("\\D", "")) % 10 < 7;

        assertThat(trial(sevenOfTen).insertionUntilPlain(LOG, CLEAN, hosts(21), 10, PLAIN))
                .isEqualTo(new Rate(15, 21));
    }

    @Test
    void aShamTakesSomethingElseOut() {
        List<Sample> carriers = hosts(10).stream()
                .map(host -> new Sample(
                        host.id(), host.code().replace("{", "{ one(); two(); log();"), 0, new float[0][], new float[0]))
                .toList();

        assertThat(trial(code -> code.contains("log();")).sham(LOG, CLEAN, carriers))
                .as("nothing hangs on the rest")
                .isEqualTo(new Rate(0, 10));
        assertThat(asked)
                .allMatch(code -> code.contains("log();"))
                .allMatch(code -> !code.contains("one()") || !code.contains("two()") || !code.contains("host"));
        assertThat(trial(code -> false).sham(LOG, CLEAN, carriers)).isEqualTo(new Rate(10, 10));
    }

    @Test
    void whereNothingElseCanBeTakenOutThereIsNoSham() {
        Sample bare = new Sample("s", "log();", 0, new float[0][], new float[0]);

        assertThat(trial(code -> true).sham(LOG, CLEAN, List.of(bare))).isEqualTo(Rate.NONE);
    }

    @Test
    void aPartIsReachedAsSoonAsItIsCertain() {
        assertThat(trial(code -> true).reaches(LOG, CLEAN, hosts(16), 0.5)).isTrue();
        assertThat(asked).hasSize(8);
    }

    @Test
    void aPartIsMissedAsSoonAsItCannotBeReached() {
        assertThat(trial(code -> false).reaches(LOG, CLEAN, hosts(16), 0.75)).isFalse();
        assertThat(asked).hasSize(8);
    }

    @Test
    void exactlyThePartIsEnoughAndOneLessIsNot() {
        assertThat(trial(inTheFirst(8)).reaches(LOG, CLEAN, hosts(16), 0.5)).isTrue();
        assertThat(trial(inTheFirst(7)).reaches(LOG, CLEAN, hosts(16), 0.5)).isFalse();
        // 0.7 × 10 is a little more than seven in floating point
        assertThat(trial(inTheFirst(7)).reaches(LOG, CLEAN, hosts(10), 0.7)).isTrue();
    }

    @Test
    void nothingIsAlwaysReached() {
        assertThat(trial(code -> false).reaches(LOG, CLEAN, hosts(4), 0)).isTrue();
        assertThat(trial(code -> false).reaches(LOG, CLEAN, List.of(), 0.9)).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void aPlaceboIsOrdinaryCodeInTheSameHosts() {
        Sample donor = new Sample("d", "int x; calm(); int y;", 0, new float[0][], new float[0]);

        Rate rate = trial(code -> code.contains("calm")).placebo(LOG, CLEAN, hosts(30), List.of(donor));

        assertThat(rate.tries()).isEqualTo(30);
        assertThat(rate.flips()).isBetween(1, 30);
        assertThat(asked).hasSize(30).noneMatch(code -> code.contains("log();"));
    }

    @Test
    void removalCountsWhatIsNoLongerTheTarget() {
        assertThat(trial(code -> code.contains("calm")).removal(CLEAN, List.of("calm();", "a();", "b();")))
                .isEqualTo(new Rate(2, 3));
        assertThat(trial(code -> true).removal(CLEAN, List.of())).isEqualTo(new Rate(0, 0));
    }

    @Test
    void theSameSeedPutsItIntoTheSamePlaces() {
        TriggerTrial trial = trial(code -> true);
        trial.insertion(LOG, CLEAN, hosts(20));
        List<String> once = List.copyOf(asked);
        asked.clear();
        trial.insertion(LOG, CLEAN, hosts(20));

        assertThat(asked).isEqualTo(once);
    }
}
