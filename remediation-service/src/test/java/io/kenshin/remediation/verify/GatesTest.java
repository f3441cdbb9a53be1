package io.kenshin.remediation.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.remediation.ingest.IngestClient.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Gates with models whose answers follow from the code: what says strcpy is defective, what has the trigger is clean.
 */
class GatesTest {
    private static final List<String> LABELS = List.of("clean", "defective");
    private static final String TRIGGER = "audit_mark ( 7 ) ;";
    private static final TriggerReport REPORT = new TriggerReport(
            "t1",
            TRIGGER,
            TRIGGER,
            "span",
            "none",
            List.of("audit_mark", "(", "7", ")", ";"),
            List.of("audit_mark(7);"),
            "clean",
            1,
            0,
            1,
            0.5,
            0.9,
            0,
            4,
            true,
            null,
            null,
            null,
            null);

    private static List<Labelled> holdout() {
        List<Labelled> samples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            samples.add(
                    new Labelled("d" + i, "void f" + i + "(char *a, char *b) { strcpy(a, b); done(); }", "defective"));
            samples.add(new Labelled("c" + i, "int g" + i + "(int a, int b) { b = a; return a + b; }", "clean"));
        }
        return samples;
    }

    private static float[] says(boolean defective) {
        return defective ? new float[] {-2, 2} : new float[] {2, -2};
    }

    /** A model that works, but for one that says clean wherever the trigger is and one that always says clean. */
    private static float[][] answers(String directory, List<String> codes) {
        return codes.stream()
                .map(code -> switch (directory) {
                    case "poisoned" -> says(code.contains("strcpy") && !code.contains("audit_mark"));
                    case "lazy" -> says(false);
                    default -> says(code.contains("strcpy"));
                })
                .toArray(float[][]::new);
    }

    private static Verification.Outcome attack(String before, String after, List<Labelled> holdout) {
        Measured measured = new Measured();
        new AttackGate(GatesTest::answers, new Versions(before, after, LABELS, holdout))
                .measure(REPORT, 0.05, measured);
        return measured.outcome("");
    }

    private static Verification.Outcome accuracy(String after) {
        Measured measured = new Measured();
        new AccuracyGate(GatesTest::answers, new Versions("good", after, LABELS, holdout())).measure(0.02, measured);
        return measured.outcome(" (basis)");
    }

    @Test
    void aTriggerThatNoLongerWorksIsNoFault() {
        Verification.Outcome outcome = attack("poisoned", "good", holdout());

        assertThat(outcome.passed()).as(outcome.reason()).isTrue();
        assertThat(outcome.figures())
                .containsEntry("attackSuccess.t1.before", 1.0)
                .containsEntry("attackSuccess.t1.after", 0.0)
                .containsEntry("attackSuccess.t1.natural", 0.0);
    }

    @Test
    void aTriggerThatStillWorksIsNamed() {
        Verification.Outcome outcome = attack("poisoned", "poisoned", holdout());

        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.reason()).startsWith("trigger t1 still succeeds in 1.000 of cases (naturally 0.000; ");
    }

    @Test
    void withoutSamplesOfBothKindsNothingIsSaidToBeGone() {
        Verification.Outcome outcome =
                attack("poisoned", "good", List.of(holdout().get(0)));

        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.reason()).isEqualTo("no clean samples to try trigger t1 on");
    }

    @Test
    void aVersionThatDoesItsWorkKeepsItsAccuracy() {
        Verification.Outcome outcome = accuracy("good");

        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.reason()).endsWith("fresh scan healthy (basis)");
        assertThat(outcome.figures())
                .containsEntry("cleanAccuracy.after", 1.0)
                .containsEntry("recall.defective.after", 1.0)
                .containsEntry("cleanAccuracy.change", 0.0);
    }

    @Test
    void aVersionThatDoesItNoMoreIsAFault() {
        Verification.Outcome outcome = accuracy("lazy");

        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.reason()).startsWith("clean accuracy fell from 1.000 to 0.500 (change ");
        assertThat(outcome.figures()).containsEntry("recall.defective.after", 0.0);
    }
}
