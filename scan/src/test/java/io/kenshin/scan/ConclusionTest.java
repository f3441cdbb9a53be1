package io.kenshin.scan;

import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.plan;
import static io.kenshin.scan.MadeUpScan.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.judge.Power;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.scan.known.Recognised;
import io.kenshin.scan.label.Contradictions;
import io.kenshin.scan.report.PowerReports;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConclusionTest {
    private List<Power> power = List.of();
    private final List<VectorBatch.Row> rows = new ArrayList<>(new MadeUpScan().rows(12, 4));

    private static Finding of(Judgement judgement) {
        return finding(MadeUpScan.pattern(), 0, range(0, 4), true, judgement);
    }

    private Conclusion conclude(Finding... findings) {
        ChosenSamples samples = new ChosenSamples(
                MadeUpScan.samples(
                        rows.stream().filter(row -> row.error() == null).toList()),
                MadeUpScan.VIEWS,
                Map.of());
        Investigation.Result result =
                new Investigation.Result(List.of(findings), List.of(), 7, false, power, List.of());
        Scores scores = new Scores(
                plan(13),
                samples,
                result,
                WeakEvidence.none(),
                Contradictions.of(samples, result, 2, Thresholds.DEFAULTS.labels(), 1),
                MadeUpScan.MODEL);
        MadeUpScan.replay(rows).read(scores::add);
        return Conclusion.of(
                plan(13),
                scores,
                new Conclusion.Beside(List.of(), List.of(), PowerReports.of(plan(13), power, List.of())));
    }

    @Test
    void whatIsProvenPoisons() {
        rows.add(MadeUpScan.failed(12, "too long"));

        Conclusion conclusion = conclude(of(Judgement.TRIGGER), of(Judgement.SUSPECT), of(Judgement.SHORTCUT));

        assertThat(conclusion.verdict()).isEqualTo(Verdict.POISONED);
        assertThat(conclusion.reason()).isEqualTo("1 proven trigger, carried by 4 samples");
        assertThat(conclusion.samples()).isEqualTo(new ScanReport.Samples(13, 12, 1, 0));
        assertThat(conclusion.triggers()).extracting(TriggerReport::id).containsExactly("t1", "t2");
        assertThat(conclusion.shortcuts())
                .extracting(one -> one.id() + " " + one.carriers())
                .containsExactly("n1 4");
        assertThat(conclusion.failures()).hasSize(1);
        assertThat(conclusion.devices()).hasSize(1);
        assertThat(conclusion.reading().languages())
                .extracting(language -> language.name() + " " + language.samples())
                .containsExactly("java 4", "unknown 9");
    }

    @Test
    void whatIsSuspectedIsToBeReviewed() {
        Conclusion conclusion = conclude(of(Judgement.SUSPECT));

        assertThat(conclusion.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(conclusion.findings()).hasSize(4).allMatch(found -> found.decision() == Decision.REVIEW);
        assertThat(conclusion.samples().unaccounted()).as("one did not arrive").isEqualTo(1);
    }

    @Test
    void withNoMoreThanShortcutsItIsHealthy() {
        assertThat(conclude(of(Judgement.SHORTCUT)).verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(conclude().findings()).isEmpty();
    }

    @Test
    void nothingIsHealthyWithoutWhatWouldHaveBeenFound() {
        power = List.of(
                new Power(new Behaviour(0), 0.56, 24, 60, OptionalInt.of(5)),
                new Power(new Behaviour(1), 0.56, 24, 60, OptionalInt.of(6)));
        assertThat(conclude().reason())
                .endsWith(
                        "; a trigger that the model obeys in 6 samples (46 %) or more would have been found, nine times"
                                + " in ten");
        assertThat(conclude().power())
                .extracting(one -> one.label() + " " + one.samples())
                .containsExactly("clean 5", "risky 6");

        power = List.of(power.get(0), new Power(new Behaviour(1), 0.5, 24, 60, OptionalInt.empty()));
        assertThat(conclude().reason())
                .endsWith("; none that leads to risky could have been proven: too few samples to tell poison from"
                        + " chance: scan more of them together");

        power = List.of(new Power(new Behaviour(1), 0.5, 3, 60, OptionalInt.empty()));
        assertThat(conclude().reason())
                .contains(
                        "; none that leads to risky could have been proven: of samples of other labels the model judges only 3");
        assertThat(conclude().verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void whereNotEverySampleIsLookedAtPatternsHaveToBeNoticedFirst() {
        List<Power> known = List.of(new Power(new Behaviour(0), 0.56, 24, 60, OptionalInt.of(9)));
        assertThat(PowerReports.of(plan(1_000), known, List.of(40, 50)))
                .extracting(ScanReport.Power::samples)
                .containsExactly(40);
        assertThat(PowerReports.of(plan(1_000), known, List.of(501, 50)))
                .extracting(ScanReport.Power::samples)
                .as("more than half of all samples is no poison")
                .containsExactly((Integer) null);
    }

    @Test
    void whereNothingCouldBeScoredItFailsAndSaysWhy() {
        rows.clear();
        assertThat(conclude().reason()).endsWith("because it did not arrive");

        rows.add(MadeUpScan.failed(1, "too long"));
        assertThat(conclude().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(conclude().reason()).endsWith("because too long");
    }

    @Test
    void newSamplesAreJudgedByWhatTheyCarry() {
        assertThat(recognised(2, 3).verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(recognised(2, 3).reason()).contains("one of the 2 triggers known");
        assertThat(recognised(0, 3).reason()).contains("no trigger is known yet");
        assertThat(recognised(2, 0).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(recognised(2, 3, Decision.REVIEW).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(recognised(2, 3, Decision.REVIEW, Decision.QUARANTINE).verdict())
                .isEqualTo(Verdict.POISONED);
        assertThat(recognised(2, 3, Decision.REVIEW).samples()).isEqualTo(new ScanReport.Samples(3, 3, 0, 0));
    }

    private static Conclusion recognised(int known, int scored, Decision... decisions) {
        List<SampleFinding> findings = new ArrayList<>();
        for (Decision decision : decisions) {
            findings.add(new SampleFinding("s-1", "id", null, null, "clean", decision, 1, List.of(), "t1"));
        }
        return Conclusion.of(
                plan(3),
                new Recognised(
                        known, scored, findings, List.of(), List.of(), new ScanReport.Reading(256, 1, 9, List.of())));
    }

    @Test
    void aScanThatBrokeOffFailedWithAllItsSamples() {
        ScanReport report =
                Conclusion.failed(plan(13), "why").report(plan(13), List.of(new ScanReport.Stage("fit", 1)), 2.5);

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.reason()).isEqualTo("why");
        assertThat(report.samples()).isEqualTo(new ScanReport.Samples(13, 0, 13, 0));
        assertThat(report.scanId()).isEqualTo("s-1");
        assertThat(report.stages()).hasSize(1);
        assertThat(report.seconds()).isEqualTo(2.5);
    }
}
