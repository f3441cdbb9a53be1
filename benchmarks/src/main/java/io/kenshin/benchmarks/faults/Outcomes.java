package io.kenshin.benchmarks.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.benchmarks.fleet.Figures;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What disturbed scans came to so far: a line of each for people, all of them as JSON. */
final class Outcomes {
    private final FaultRun run;
    private final String what;
    private final long seed;
    private final Path report;
    private final List<FaultRun.Outcome> all = new ArrayList<>();

    /** @param what their plural: the field with their count */
    Outcomes(FaultRun run, String what, long seed, Path report) {
        this.run = run;
        this.what = what;
        this.seed = seed;
        this.report = report;
        System.out.printf(Locale.ROOT, "undisturbed: %s in %.1f s%n", run.verdict(), run.seconds());
    }

    int count() {
        return all.size();
    }

    void add(FaultRun.Outcome outcome) throws IOException {
        all.add(outcome);
        System.out.printf(
                Locale.ROOT,
                "%3d %-9s %-28s at %5.1f s  %s  %d dead letters  recovered in %4.1f s  verdict after %5.1f s%n",
                all.size(),
                outcome.kind(),
                outcome.part(),
                outcome.at(),
                outcome.same() ? "same" : "DIFFERENT: " + outcome.verdict(),
                deadLetters(outcome),
                outcome.recoverySeconds(),
                outcome.seconds());
        write();
    }

    private static long deadLetters(FaultRun.Outcome outcome) {
        return outcome.deadLetters().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void write() throws IOException {
        double[] recoveries =
                all.stream().mapToDouble(FaultRun.Outcome::recoverySeconds).toArray();
        ObjectNode root = Api.JSON.createObjectNode();
        root.put(what, all.size());
        root.put("lostSamples", all.stream().mapToLong(FaultRun.Outcome::lost).sum());
        root.put(
                "differingVerdicts",
                all.stream().filter(outcome -> !outcome.same()).count());
        root.put("deadLetters", all.stream().mapToLong(Outcomes::deadLetters).sum());
        root.put("recoveryP95Seconds", Figures.percentile(recoveries, 0.95));
        root.put("undisturbedSeconds", run.seconds());
        root.put("seed", seed);
        root.set("rows", Api.JSON.valueToTree(all));
        Api.JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), root);
    }
}
