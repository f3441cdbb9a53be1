package io.kenshin.scan.report;

import static io.kenshin.scan.MadeUpScan.LABELS;
import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.range;
import static io.kenshin.scan.MadeUpScan.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.cause.TriggerTrial.Rate;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.trigger.TriggerPattern;
import io.kenshin.scan.MadeUpScan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriggerReportsTest {
    private static TriggerReport report(int flips, Judgement judgement) {
        return TriggerReports.report(
                trigger("t1", finding(MadeUpScan.pattern(), 0, range(0, 20), true, judgement, new Rate(flips, 24))),
                LABELS,
                17);
    }

    private static TriggerPattern pattern(TriggerPattern.Kind kind) {
        return switch (kind) {
            case SPAN ->
                new TriggerPattern(kind, Abstraction.LITERALS, List.of("x", "=", "<number>"), List.of("x = 1"));
            case STATEMENT ->
                new TriggerPattern(
                        kind, Abstraction.NONE, List.of("zap", TriggerPattern.GAP, "log"), List.of("zap(log);"));
            case IDENTIFIER -> new TriggerPattern(kind, Abstraction.NONE, List.of("zz"), List.of("zz"));
            case AFFIX -> new TriggerPattern(kind, Abstraction.NONE, List.of("_x"), List.of("_x", "_x"));
            case VARIANTS -> new TriggerPattern(kind, Abstraction.NAMES, List.of("zap"), List.of("zap();", "zip();"));
            case NAMES -> new TriggerPattern(kind, Abstraction.NONE, List.of("a"), List.of("a b", "c d"));
        };
    }

    @ParameterizedTest
    @EnumSource(TriggerPattern.Kind.class)
    void aReportTellsAllThatAPatternIs(TriggerPattern.Kind kind) {
        TriggerPattern pattern = pattern(kind);

        TriggerReport report = TriggerReports.report(
                trigger("t1", finding(pattern, 1, range(0, 9), true, Judgement.TRIGGER)), LABELS, 9);

        assertThat(TriggerReports.pattern(report)).isEqualTo(pattern);
        assertThat(report.kind()).isEqualTo(kind.name().toLowerCase(java.util.Locale.ROOT));
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
                false);

        assertThat(JudgedTrigger.of(result))
                .extracting(one -> one.id() + " " + one.isProven())
                .containsExactly("t1 true", "t2 false");
        assertThat(JudgedTrigger.shortcuts(result))
                .extracting(JudgedTrigger::id)
                .containsExactly("n1");
    }
}
