package io.kenshin.analysis.verdict;

import io.kenshin.analysis.watch.Recognition.Recognised;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.detection.Finding.Judgement;
import java.util.ArrayList;
import java.util.List;

/** What a scan came to: its report but for the plan and the times. */
record Conclusion(
        Verdict verdict,
        String reason,
        ScanReport.Samples samples,
        List<SampleFinding> findings,
        List<TriggerReport> triggers,
        List<TriggerReport> shortcuts,
        List<ScanReport.Failed> failures,
        List<ScanReport.Shape> shapes,
        List<ScanReport.Device> devices,
        List<ScanReport.Example> examples) {

    /** Of a scan that looked at everything. */
    static Conclusion of(ScanPlan plan, Scoring scoring, List<ScanReport.Shape> shapes) {
        List<TriggerReport> proven = scoring.triggers(Judgement.TRIGGER);
        List<TriggerReport> suspects = scoring.triggers(Judgement.SUSPECT);
        Verdict verdict;
        String reason;
        if (scoring.scored() == 0) {
            verdict = Verdict.FAILED;
            reason = noneScored(scoring.failures());
        } else if (!proven.isEmpty()) {
            verdict = Verdict.POISONED;
            reason = proven.size() + " proven trigger" + (proven.size() == 1 ? "" : "s") + ", carried by "
                    + proven.stream().mapToInt(TriggerReport::carriers).sum() + " samples";
        } else if (!suspects.isEmpty()) {
            verdict = Verdict.SUSPICIOUS;
            reason = "a pattern flips the model but the proof is incomplete: please review";
        } else {
            verdict = Verdict.HEALTHY;
            reason = "no pattern that flips the model is foreign to its samples";
        }
        List<TriggerReport> triggers = new ArrayList<>(proven);
        triggers.addAll(suspects);
        return new Conclusion(
                verdict,
                reason,
                counted(plan, scoring.scored(), scoring.failures()),
                scoring.findings(),
                triggers,
                scoring.shortcuts(),
                scoring.failures(),
                shapes,
                scoring.devices(),
                scoring.examples());
    }

    /** Of new samples alone. */
    static Conclusion of(ScanPlan plan, Recognised seen) {
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
                List.of());
    }

    /** Of a scan that broke off. */
    static Conclusion failed(ScanPlan plan, String reason) {
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
                List.of());
    }

    /** @param seconds from the order to the verdict */
    ScanReport report(ScanPlan plan, List<ScanReport.Stage> stages, double seconds) {
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
                examples);
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
