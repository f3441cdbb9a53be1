package io.kenshin.scan.report;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.Finding;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.List;
import java.util.Locale;

/** The one translation between patterns and the reports of them that travel, both ways. */
public final class TriggerReports {
    private TriggerReports() {}

    /**
     * What is told of a pattern.
     *
     * @param labels names of the labels
     * @param carriers samples of the whole scan that carry it
     */
    public static TriggerReport report(JudgedTrigger trigger, List<String> labels, int carriers) {
        Finding finding = trigger.finding();
        TriggerPattern pattern = finding.candidate().pattern();
        return new TriggerReport(
                trigger.id(),
                pattern.exemplars().get(0),
                pattern.text(),
                pattern.kind().name().toLowerCase(Locale.ROOT),
                pattern.abstraction().name().toLowerCase(Locale.ROOT),
                pattern.tokens(),
                pattern.exemplars(),
                labels.get(trigger.target()),
                finding.insertion().value(),
                finding.placebo().value(),
                finding.removal().value(),
                finding.exchangeability().otherAuc(),
                finding.exchangeability().ownAuc(),
                finding.p(),
                carriers,
                trigger.isProven(),
                null,
                finding.turns());
    }

    /** The pattern that a report tells of. */
    public static TriggerPattern pattern(TriggerReport report) {
        return TriggerPattern.of(report.kind(), report.abstraction(), report.tokens(), report.exemplars());
    }
}
