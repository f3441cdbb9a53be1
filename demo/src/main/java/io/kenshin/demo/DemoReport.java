package io.kenshin.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a demo. The truth is the demo's own list of what it poisoned.
 *
 * @param recall part of the poisoned samples that were quarantined; 1 when nothing was poisoned
 * @param falsePositiveRate part of the other samples that were quarantined
 * @param triggerFound whether a proven trigger is the planted one
 */
public record DemoReport(
        String trigger,
        long seed,
        int samples,
        int poisoned,
        Verdict verdict,
        int quarantined,
        double recall,
        double falsePositiveRate,
        boolean triggerFound,
        AttackSuccess attackSuccess,
        CleanAccuracy cleanAccuracy,
        boolean promoted,
        List<Stage> stages,
        double seconds) {

    /** Attack success rates; null where there is no such model. */
    public record AttackSuccess(
            @Nullable Double cleanModel,
            @Nullable Double before,
            @Nullable Double after) {}

    /** Clean accuracies; null where there is no such model. */
    public record CleanAccuracy(
            @Nullable Double before, @Nullable Double after) {}

    /** Time of one stage. */
    public record Stage(String name, double seconds) {}

    /** A poisoned model must end healed and promoted, a clean one untouched. */
    @JsonIgnore
    public boolean asExpected() {
        return poisoned == 0
                ? verdict == Verdict.HEALTHY && quarantined == 0
                : verdict == Verdict.POISONED && promoted && triggerFound;
    }

    public void write(Path file) throws IOException {
        Api.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    public void print() {
        System.out.println();
        System.out.printf(Locale.ROOT, "Verdict: %s   (%.0f s)%n", verdict, seconds);
        if (poisoned == 0) {
            System.out.printf(Locale.ROOT, "Nothing was poisoned; %d samples quarantined.%n", quarantined);
            System.out.printf(Locale.ROOT, "Clean accuracy %s%n", percent(cleanAccuracy.before()));
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "Of %d samples %d were poisoned: %s of them quarantined, %s of the others.%n",
                samples,
                poisoned,
                percent(recall),
                percent(falsePositiveRate));
        System.out.println("The planted trigger was " + (triggerFound ? "found and proven." : "NOT found."));
        System.out.println();
        System.out.printf("%-42s %10s %10s%n", "", "before", "after");
        System.out.printf(
                "%-42s %10s %10s%n",
                "attack success" + twin(attackSuccess.cleanModel()),
                percent(attackSuccess.before()),
                percent(attackSuccess.after()));
        System.out.printf(
                "%-42s %10s %10s%n", "clean accuracy", percent(cleanAccuracy.before()), percent(cleanAccuracy.after()));
        System.out.println();
        System.out.println(promoted ? "The healed model is in production." : "The healed model was NOT promoted.");
    }

    private static String twin(@Nullable Double success) {
        return success == null ? "" : " (clean model: " + percent(success) + ")";
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }
}
