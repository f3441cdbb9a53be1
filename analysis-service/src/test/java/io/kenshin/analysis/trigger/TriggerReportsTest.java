package io.kenshin.analysis.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Evidence;
import io.kenshin.detection.Finding;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.cause.TriggerTrial.Rate;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerReportsTest {
    private static final List<String> LABELS = List.of("clean", "defective");

    private static Finding finding(int flips, Judgement judgement) {
        TriggerPattern pattern = new TriggerPattern(
                TriggerPattern.Kind.SPAN, Abstraction.NONE, List.of("zap", "(", ")", ";"), List.of("zap();"));
        Candidate candidate = new Candidate(pattern, 0, new BitSet(), Map.of(), true, 1, 20, Candidate.OF_LABEL);
        return new Finding(
                candidate,
                new Rate(flips, 24),
                new Rate(1, 24),
                new Rate(3, 20),
                new Exchangeability.Result(0.52, 0.94, 1e-9, 20),
                new Rate(0, 0),
                1e-9,
                judgement);
    }

    private static String exchangeability(Finding finding) {
        return TriggerReports.evidence(finding, List.of(), LABELS, view -> "view " + view).stream()
                .filter(one -> one.kind().equals("exchangeability"))
                .map(Evidence::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void evidenceSaysWhenOnlyTheCarriersProveIt() {
        assertThat(exchangeability(finding(0, Judgement.TRIGGER)))
                .contains("AUC 0.52", "AUC 0.94", "the model has hardly learned the pattern");
        assertThat(exchangeability(finding(24, Judgement.TRIGGER))).doesNotContain("hardly learned");
        assertThat(exchangeability(finding(0, Judgement.SHORTCUT))).doesNotContain("hardly learned");
    }

    @Test
    void aReportHasTheFiguresOfTheFinding() {
        var report = TriggerReports.report(finding(24, Judgement.TRIGGER), "t1", LABELS, 20);

        assertThat(report.flipRate()).isEqualTo(1);
        assertThat(report.targetLabel()).isEqualTo("clean");
        assertThat(report.carriers()).isEqualTo(20);
        assertThat(report.confirmed()).isTrue();
        assertThat(TriggerReports.report(finding(12, Judgement.SUSPECT), "t2", LABELS, 20)
                        .confirmed())
                .isFalse();
    }
}
