package io.kenshin.scan.report;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.detection.trigger.TriggerForm;
import java.util.List;

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
        Trigger pattern = finding.candidate().pattern();
        TriggerForm form = TriggerForm.of(pattern);
        return new TriggerReport(
                trigger.id(),
                pattern.exemplars().get(0),
                pattern.text(),
                form.kind(),
                form.abstraction(),
                pattern.tokens(),
                pattern.exemplars(),
                labels.get(trigger.target().index()),
                finding.insertion().value(),
                finding.placebo().value(),
                finding.removal().value(),
                finding.evidence().otherAuc(),
                finding.evidence().random().carriers().ownAuc(),
                finding.p(),
                carriers,
                trigger.isProven(),
                null,
                finding.isObeyed(),
                finding.evidence().placementAuc(),
                finding.chance());
    }

    /** The pattern that a report tells of. */
    public static Trigger pattern(TriggerReport report) {
        return new TriggerForm(report.kind(), report.abstraction(), report.tokens(), report.exemplars()).trigger();
    }
}
