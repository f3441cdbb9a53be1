package io.kenshin.scan.report;

import static io.kenshin.scan.MadeUpScan.LABELS;
import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.range;
import static io.kenshin.scan.MadeUpScan.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Affix;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.NameSet;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.Statement;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.detection.trigger.TriggerForm;
import io.kenshin.detection.trigger.Variants;
import io.kenshin.scan.MadeUpScan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerReportsTest {
    private static TriggerReport report(int flips, Judgement judgement) {
        return TriggerReports.report(
                trigger("t1", finding(MadeUpScan.pattern(), 0, range(0, 20), true, judgement, new Rate(flips, 24))),
                LABELS,
                17);
    }

    static List<Trigger> triggers() {
        return List.of(
                new Span(Abstraction.LITERALS, List.of("x", "=", "<number>"), List.of("x = 1")),
                new Statement(Abstraction.NONE, List.of("zap", Trigger.GAP, "log"), List.of("zap(log);")),
                new Identifier(Abstraction.NONE, List.of("zz"), List.of("zz")),
                new Affix(Abstraction.NONE, List.of("_x"), List.of("_x", "_x")),
                new Variants(Abstraction.NAMES, List.of("zap();", "zip();")),
                new NameSet(Abstraction.NONE, List.of("a b", "c d")));
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void aReportTellsAllThatAPatternIs(Trigger pattern) {
        TriggerReport report = TriggerReports.report(
                trigger("t1", finding(pattern, 1, range(0, 9), true, Judgement.TRIGGER)), LABELS, 9);

        assertThat(TriggerReports.pattern(report)).isEqualTo(pattern);
        assertThat(report.kind()).isEqualTo(TriggerForm.of(pattern).kind());
        assertThat(report.pattern()).isEqualTo(pattern.text());
        assertThat(report.text()).isEqualTo(pattern.exemplars().get(0));
        assertThat(report.targetLabel()).isEqualTo("risky");
    }

    @Test
    void aReportHasTheFiguresOfTheFinding() {
        TriggerReport report = report(24, Judgement.TRIGGER);

        assertThat(report.id()).isEqualTo("t1");
        assertThat(report.flipRate()).isEqualTo(1);
        assertThat(report.naturalFlipRate()).isEqualTo(1 / 24.0);
        assertThat(report.removalRate()).isEqualTo(0.9);
        assertThat(report.otherAuc()).isEqualTo(0.52);
        assertThat(report.ownAuc()).isEqualTo(0.94);
        assertThat(report.pValue()).isEqualTo(1e-9);
        assertThat(report.placementAuc()).isEqualTo(0.56);
        assertThat(report.chance()).isEqualTo(1e-9);
        assertThat(report.carriers()).isEqualTo(17);
        assertThat(report.confirmed()).isTrue();
        assertThat(report(12, Judgement.SUSPECT).confirmed()).isFalse();
    }

    @Test
    void aReportSaysWhetherTheModelObeys() {
        assertThat(report(24, Judgement.TRIGGER).obeyed()).isTrue();
        assertThat(report(9, Judgement.TRIGGER).obeyed()).isTrue();
        assertThat(report(8, Judgement.TRIGGER).obeyed()).isFalse();
    }

    @Test
    void findingsAreNumberedTheProvenOnesFirst() {
        Investigation.Result result = new Investigation.Result(
                List.of(
                        finding(MadeUpScan.pattern(), 0, range(0, 2), true, Judgement.SHORTCUT),
                        finding(MadeUpScan.pattern(), 0, range(0, 3), true, Judgement.SUSPECT),
                        finding(MadeUpScan.pattern(), 0, range(0, 4), true, Judgement.TRIGGER)),
                List.of(),
                7,
                false,
                List.of(),
                List.of());

        assertThat(JudgedTrigger.of(result))
                .extracting(one -> one.id() + " " + one.isProven())
                .containsExactly("t1 true", "t2 false");
        assertThat(JudgedTrigger.shortcuts(result))
                .extracting(JudgedTrigger::id)
                .containsExactly("n1");
    }
}
