package io.kenshin.scan.report;

import io.kenshin.detection.Investigation;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.sample.Behaviour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A finding of an investigation under the name that reports and samples know it by.
 *
 * @param id unique in its scan
 */
public record JudgedTrigger(String id, Finding finding) {

    /** Those whose carriers somebody has to look at: the proven ones, then what is suspicious. */
    public static List<JudgedTrigger> of(Investigation.Result result) {
        List<Finding> judged = new ArrayList<>(result.of(Judgement.TRIGGER));
        judged.addAll(result.of(Judgement.SUSPECT));
        return named("t", judged);
    }

    /** Natural patterns of the task that the model leans on, those first that turn it beyond ordinary code. */
    public static List<JudgedTrigger> shortcuts(Investigation.Result result) {
        return named(
                "n",
                result.of(Judgement.SHORTCUT).stream()
                        .sorted(Comparator.comparing(finding -> !finding.isObeyed()))
                        .toList());
    }

    private static List<JudgedTrigger> named(String prefix, List<Finding> findings) {
        List<JudgedTrigger> named = new ArrayList<>();
        findings.forEach(finding -> named.add(new JudgedTrigger(prefix + (named.size() + 1), finding)));
        return List.copyOf(named);
    }

    /** Else it is suspected. */
    public boolean isProven() {
        return finding.isTrigger();
    }

    /** The behaviour that it leads to: for a classifier, a label. */
    public Behaviour target() {
        return finding.candidate().target();
    }

    /** Whether its text alone says who carries it; else a sample that has it must hang on it. */
    public boolean isExact() {
        return finding.candidate().exact();
    }

    /** The code with the trigger taken out. */
    public String without(Code code) {
        return finding.candidate().pattern().remove(code);
    }
}
