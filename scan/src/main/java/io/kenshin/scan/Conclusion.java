package io.kenshin.scan;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.scan.known.Recognised;
import io.kenshin.scan.report.PowerReports;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a scan: its report but for the plan and the times. */
public record Conclusion(
        Verdict verdict,
        String reason,
        ScanReport.Samples samples,
        List<SampleFinding> findings,
        List<TriggerReport> triggers,
        List<TriggerReport> shortcuts,
        List<ScanReport.Failed> failures,
        List<ScanReport.Shape> shapes,
        List<ScanReport.Device> devices,
        List<ScanReport.Example> examples,
        ScanReport.@Nullable Reading reading,
        List<ScanReport.Power> power) {

    /**
     * What stands in a report beside its findings.
     *
     * @param power what could have been found of each label
     */
    record Beside(List<ScanReport.Shape> shapes, List<ScanReport.Example> examples, List<ScanReport.Power> power) {}

    /** Of a scan that looked at everything. */
    static Conclusion of(ScanPlan plan, Scores scores, Beside beside) {
        List<TriggerReport> proven = scores.triggers();
        List<TriggerReport> suspects = scores.suspects();
        List<ScanReport.Failed> failures = scores.tally().failures();
        int scored = scores.tally().scored();
        Verdict verdict;
        String reason;
        if (scored == 0) {
            verdict = Verdict.FAILED;
            reason = noneScored(failures);
        } else if (!proven.isEmpty()) {
            verdict = Verdict.POISONED;
            reason = proven.size() + " proven trigger" + (proven.size() == 1 ? "" : "s") + ", carried by "
                    + proven.stream().mapToInt(TriggerReport::carriers).sum() + " samples";
        } else if (!suspects.isEmpty()) {
            verdict = Verdict.SUSPICIOUS;
            reason = "a pattern flips the model but the proof is incomplete: please review";
        } else if (scores.contradicted() > 0) {
            verdict = Verdict.SUSPICIOUS;
            reason =
                    scores.contradicted() + " samples have labels that the rest of the data contradicts: please review";
        } else {
            verdict = Verdict.HEALTHY;
            reason = healthy(beside.power());
        }
        if (scores.contradicted() > 0 && !(proven.isEmpty() && suspects.isEmpty())) {
            reason += "; " + scores.contradicted() + " more have labels that the rest of the data contradicts";
        }
        if (verdict == Verdict.HEALTHY && scores.isExhausted()) {
            reason += ", but the questions to the model ran out before all patterns were tried";
        }
        List<TriggerReport> triggers = new ArrayList<>(proven);
        triggers.addAll(suspects);
        return new Conclusion(
                verdict,
                reason,
                counted(plan, scored, failures),
                scores.findings(),
                triggers,
                scores.shortcuts(),
                failures,
                beside.shapes(),
                scores.tally().devices(),
                beside.examples(),
                scores.reading(),
                beside.power());
    }

    /** Of new samples alone. */
    public static Conclusion of(ScanPlan plan, Recognised seen) {
        Verdict verdict;
        String reason;
        if (seen.scored() == 0) {
            verdict = Verdict.FAILED;
            reason = noneScored(seen.failures());
        } else if (seen.findings().isEmpty()) {
            verdict = Verdict.HEALTHY;
            reason = seen.known() == 0
                    ? "no trigger is known yet that these new samples could carry; a scan of everything looks for them"
                    : "none of these new samples carries one of the " + seen.known() + " triggers known";
        } else {
            boolean proven = seen.findings().stream().anyMatch(found -> found.decision() == Decision.QUARANTINE);
            verdict = proven ? Verdict.POISONED : Verdict.SUSPICIOUS;
            reason = seen.findings().size() + " new samples carry triggers that were proven before";
        }
        return new Conclusion(
                verdict,
                reason,
                counted(plan, seen.scored(), seen.failures()),
                seen.findings(),
                seen.triggers(),
                List.of(),
                seen.failures(),
                List.of(),
                List.of(),
                List.of(),
                seen.reading(),
                List.of());
    }

    /** Of a scan that broke off. */
    public static Conclusion failed(ScanPlan plan, String reason) {
        return new Conclusion(
                Verdict.FAILED,
                reason,
                new ScanReport.Samples(plan.samples(), 0, plan.samples(), 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /** @param seconds from the order to the verdict */
    public ScanReport report(ScanPlan plan, List<ScanReport.Stage> stages, double seconds) {
        return new ScanReport(
                plan.scanId(),
                plan.dataset(),
                plan.model(),
                plan.version(),
                verdict,
                reason,
                samples,
                findings,
                triggers,
                shortcuts,
                failures,
                shapes,
                stages,
                devices,
                seconds,
                examples,
                reading,
                power);
    }

    /** Nothing is called healthy without what could have been found. */
    private static String healthy(List<ScanReport.Power> power) {
        String found = PowerReports.sentence(power);
        String nothing = "no pattern that flips the model is foreign to its samples";
        return found.isEmpty() ? nothing : nothing + "; " + found;
    }

    private static ScanReport.Samples counted(ScanPlan plan, int scored, List<ScanReport.Failed> failures) {
        int failed = failures.size();
        return new ScanReport.Samples(plan.samples(), scored, failed, plan.samples() - scored - failed);
    }

    private static String noneScored(List<ScanReport.Failed> failures) {
        return "no sample could be scored; the first failed because "
                + (failures.isEmpty() ? "it did not arrive" : failures.get(0).reason());
    }
}
