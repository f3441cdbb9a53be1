package io.kenshin.scan.carrier;

import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.plan;
import static io.kenshin.scan.MadeUpScan.range;
import static io.kenshin.scan.MadeUpScan.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trigger.NameSet;
import io.kenshin.scan.MadeUpScan;
import io.kenshin.scan.report.JudgedTrigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten samples are investigated, the first four with the trigger; what comes after lies beyond the reservoir. */
class CarrierRecallTest {
    private static final int INVESTIGATED = 10;

    private final MadeUpScan scan = new MadeUpScan();
    private final List<VectorBatch.Row> investigated = scan.rows(INVESTIGATED, 4);
    private final List<String> asked = new ArrayList<>();
    private final Prober model = codes -> {
        asked.addAll(codes);
        return MadeUpScan.MODEL.answers(codes);
    };

    private CarrierRecall recall(JudgedTrigger... triggers) {
        return new CarrierRecall(plan(100), List.of(triggers), MadeUpScan.samples(investigated), model);
    }

    private static JudgedTrigger planted(boolean exact) {
        return trigger("t1", finding(MadeUpScan.pattern(), 0, range(0, 4), exact, Judgement.TRIGGER));
    }

    private static List<String> ids(List<Carrier> carriers) {
        return carriers.stream()
                .map(carrier ->
                        carrier.row().sampleId() + " " + carrier.trigger().id())
                .toList();
    }

    @Test
    void carriersThatTheInvestigationNamedAreFoundAndNobodyElseAmongThoseItLookedAt() {
        assertThat(ids(recall(planted(false)).among(investigated)))
                .containsExactly("id00000 t1", "id00001 t1", "id00002 t1", "id00003 t1");
        assertThat(asked).isEmpty();
    }

    @Test
    void beyondTheReservoirTheTextOfAnExactTriggerIsEnough() {
        List<VectorBatch.Row> beyond = List.of(
                scan.row(20, "clean", scan.code(true, true)),
                scan.row(21, "clean", scan.code(false, false)),
                scan.row(22, "clean", scan.code(false, true)));

        assertThat(ids(recall(planted(true)).among(beyond))).containsExactly("id00020 t1", "id00022 t1");
        assertThat(asked).isEmpty();
    }

    @Test
    void beyondTheReservoirASampleWithAnInexactPatternMustHangOnIt() {
        List<VectorBatch.Row> beyond = List.of(
                scan.row(20, "clean", scan.code(true, true)),
                scan.row(21, "clean", scan.code(false, false)),
                scan.row(22, "clean", scan.code(false, true)));

        List<Carrier> found = recall(planted(false)).among(beyond);

        assertThat(ids(found)).containsExactly("id00020 t1");
        assertThat(asked).hasSize(2).noneMatch(code -> code.contains("mode() == 71"));
    }

    @Test
    void beyondTheReservoirNamesThatStandTogetherAreAHintAsWell() {
        // What the names do to this model is what the pattern does; renaming all declared names takes them out.
        Prober obeysNames = Prober.ofClassifier(codes -> codes.stream()
                .map(code -> code.contains("ret_q7") ? new float[] {3, -3} : new float[] {-3, 3})
                .toArray(float[][]::new));
        NameSet names = new NameSet(Abstraction.LITERALS, List.of("ret_q7 tmp_x9", "other_z1"));
        JudgedTrigger trigger = trigger("t1", finding(names, 0, range(0, 4), false, Judgement.TRIGGER));
        CarrierRecall recall =
                new CarrierRecall(plan(100), List.of(trigger), MadeUpScan.samples(investigated), obeysNames);
        List<VectorBatch.Row> beyond = List.of(
                scan.row(20, "clean", "void f() { int ret_q7 = 0; int tmp_x9 = 1; }"),
                scan.row(21, "clean", "void f() { int ret_q7 = 0; }"),
                scan.row(22, "clean", "void f() { int other_z1 = 0; int v = ret_q7; }"),
                scan.row(23, "clean", "void f() { int a = 0; }"),
                scan.row(24, "risky", "void f() { int ret_q7 = 0; int tmp_x9 = 1; }"));

        // 21 lacks one of two names; 22 has names that are there together, but does not hang on them.
        assertThat(ids(recall.among(beyond))).containsExactly("id00020 t1");
    }

    @Test
    void aSampleOfAnotherLabelCarriesNothingHoweverItReads() {
        List<VectorBatch.Row> beyond = List.of(scan.row(20, "risky", scan.code(true, true)));

        assertThat(recall(planted(true)).among(beyond)).isEmpty();
        assertThat(recall(planted(false)).among(beyond)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void aSampleCarriesTheFirstOfSeveralTriggersOnly() {
        JudgedTrigger other = trigger(
                "t2",
                finding(MadeUpScan.pattern("skip", "probe", ".", "skip"), 0, new BitSet(), true, Judgement.SUSPECT));
        List<VectorBatch.Row> beyond = List.of(scan.row(20, "clean", scan.code(true, true)));

        assertThat(ids(recall(planted(true), other).among(beyond))).containsExactly("id00020 t1");
        // The exact one needs no question, so it comes before the inexact one.
        assertThat(ids(recall(planted(false), other).among(beyond))).containsExactly("id00020 t2");
    }

    @Test
    void whatHangsOnOneInexactTriggerIsNotAskedForAgain() {
        JudgedTrigger again = trigger("t2", finding(MadeUpScan.pattern(), 0, new BitSet(), false, Judgement.SUSPECT));
        List<VectorBatch.Row> beyond =
                List.of(scan.row(20, "clean", scan.code(true, true)), scan.row(21, "clean", scan.code(false, true)));

        assertThat(ids(recall(planted(false), again).among(beyond))).containsExactly("id00020 t1");
        assertThat(asked).hasSize(3);
    }

    @Test
    void whereEverySampleWasInvestigatedNobodyIsAsked() {
        CarrierRecall all =
                new CarrierRecall(plan(INVESTIGATED), List.of(planted(false)), MadeUpScan.samples(investigated), model);

        assertThat(all.among(List.of(scan.row(20, "clean", scan.code(true, true)))))
                .isEmpty();
        assertThat(asked).isEmpty();
    }
}
