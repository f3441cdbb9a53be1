package io.kenshin.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.Exchangeability;
import io.kenshin.detection.trial.Placement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    /** 200 samples, the first 10 poisoned. */
    private static final Victim VICTIM = victim(200, 10);

    static Victim victim(int samples, int poisoned) {
        List<Victim.Row> rows = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            rows.add(new Victim.Row(
                    "s" + i, "code", i % 2 == 0 || i < poisoned ? "clean" : "defective", "", i < poisoned));
        }
        return new Victim(Path.of(""), List.of("clean", "defective"), rows, new Victim.Facts(1, 0, 1, 1, 1, 14, 384));
    }

    @Test
    void hindsightTakesTheMostThatItsFalsePositivesAllow() {
        // Ranks: 6 poisoned, 1 innocent, 2 poisoned, 5 innocent, then the rest.
        double[] scores = new double[200];
        for (int i = 0; i < 6; i++) {
            scores[i] = 10;
        }
        scores[50] = 9;
        scores[6] = 8;
        scores[7] = 8;
        for (int i = 60; i < 65; i++) {
            scores[i] = 7;
        }
        Outcome outcome = Outcome.hindsight("x", VICTIM, scores, 0, 0.01);

        assertThat(outcome.recall()).isCloseTo(0.8, within(1e-9));
        assertThat(outcome.falsePositiveRate()).isCloseTo(1 / 190.0, within(1e-9));
    }

    @Test
    void tiesAreTakenTogetherOrNotAtAll() {
        double[] scores =
                IntStream.range(0, 200).mapToDouble(i -> i < 20 ? 1 : 0).toArray();

        assertThat(Outcome.hindsight("x", VICTIM, scores, 0, 0.01).recall()).isZero();
        assertThat(Outcome.hindsight("x", VICTIM, scores, 0, 0.06).recall()).isEqualTo(1);
        assertThat(Outcome.hindsight("x", VICTIM, new double[200], 0, 1).verdict())
                .isEqualTo("healthy");
    }

    @Test
    void thresholdsJudgeTheSameFiguresAgain() {
        int[] planted = IntStream.range(0, 10).toArray();
        ThresholdCurve curve = new ThresholdCurve();
        curve.add(
                VICTIM,
                List.of(judged("TRIGGER", planted, 0.68, 0.7), judged("SHORTCUT", new int[] {20, 22}, 0.5, 0.5)));
        curve.add(
                victim(200, 0),
                List.of(judged("SUSPECT", IntStream.range(40, 60).toArray(), 0.5, 0.82)));

        ThresholdCurve.Point usual = point(curve, "placement-auc", 0.70);
        assertThat(usual.isDefault()).isTrue();
        assertThat(usual.recall()).isEqualTo(1);
        assertThat(usual.cleanAlarms()).isZero();
        assertThat(usual.cleanReviews()).isEqualTo(1);
        ThresholdCurve.Point strict = point(curve, "placement-auc", 0.60);
        assertThat(strict.recall()).isZero();
        assertThat(strict.letThrough()).isEqualTo(1);
    }

    @Test
    void noThresholdTakesBackWhatCarriersProve() {
        ThresholdCurve curve = new ThresholdCurve();
        int[] planted = IntStream.range(0, 10).toArray();
        curve.add(
                VICTIM,
                List.of(new Outcome.Judged(
                        "TRIGGER", "x", 0, planted, 10, 0, 0, 0, 1, 1, evidence(0.5, 0.6), 1e-9, 1e-9)));

        assertThat(curve.points()).allMatch(point -> point.recall() == 1);
    }

    private static ThresholdCurve.Point point(ThresholdCurve curve, String setting, double value) {
        return curve.points().stream()
                .filter(point -> point.setting().equals(setting) && point.value() == value)
                .findFirst()
                .orElseThrow();
    }

    /** Refuted by another rule when the judgement is lower than the figures say. */
    private static Outcome.Judged judged(String judgement, int[] carriers, double placement, double auc) {
        double removal = judgement.equals("SUSPECT") ? 0.2 : 0.9;
        return new Outcome.Judged(
                judgement, "x", 0, carriers, 0, 1, 0.1, removal, 1, 1, evidence(placement, auc), 1e-6, 1e-6);
    }

    private static CarrierEvidence evidence(double placement, double auc) {
        CarrierEvidence.Compared compared = new CarrierEvidence.Compared(
                new Exchangeability.Result(auc, 0.9, 1_000), new Placement.Result(placement, 1, 1, 1_000, 1_000));
        return new CarrierEvidence(compared, compared, 1e-9, 0.05);
    }

    @Test
    void seedsAndFamiliesOfTheTuningAreNeverReportedAsUnseen() {
        assertThat(Split.of(new Case(DataSet.METHODS, Family.FIXED, 0.05, 20))).isEqualTo(Split.TUNE);
        assertThat(Split.of(new Case(DataSet.METHODS, Family.OPAQUE, 0.05, 20))).isEqualTo(Split.TUNE);
        assertThat(Split.of(new Case(DataSet.METHODS, Family.NAME_SUFFIX, 0.05, 22)))
                .isEqualTo(Split.TUNE);
        assertThat(Split.of(new Case(DataSet.METHODS, Family.NAME_SUFFIX, 0.05, 23)))
                .isEqualTo(Split.REPORT);
        assertThat(Split.of(new Case(DataSet.METHODS, Family.FIXED, 0.05, 21))).isEqualTo(Split.REPORT);
        assertThat(Split.of(new Case(DataSet.METHODS, Family.REALISTIC, 0.05, 21)))
                .isEqualTo(Split.REPORT);
        assertThat(Split.of(new Case(DataSet.METHODS, Family.OPAQUE, 0.05, 21))).isEqualTo(Split.UNSEEN);
        assertThat(Split.of(new Case(DataSet.METHODS, Family.OPAQUE, 0.01, 22))).isEqualTo(Split.TUNE);
        assertThat(Split.of(new Case(DataSet.METHODS, Family.OPAQUE, 0.02, 22))).isEqualTo(Split.UNSEEN);
    }
}
