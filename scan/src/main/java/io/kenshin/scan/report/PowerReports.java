package io.kenshin.scan.report;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.detection.judge.Power;
import io.kenshin.detection.study.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a scan could have found, in figures for each label and in a sentence. */
public final class PowerReports {
    private PowerReports() {}

    /**
     * @param noticed by label the fewest carriers that are noticed where not every sample is looked at; empty where
     *     every one is
     */
    public static List<ScanReport.Power> of(ScanPlan plan, List<Power> powers, List<Integer> noticed) {
        return powers.stream().map(power -> of(plan, power, noticed)).toList();
    }

    private static ScanReport.Power of(ScanPlan plan, Power power, List<Integer> noticed) {
        int label = power.behaviour().index();
        String name = plan.labels().get(label);
        int least = Math.max(power.carriers().orElse(0), noticed.isEmpty() ? 0 : noticed.get(label));
        if (power.carriers().isEmpty() || least > plan.samples() / 2) {
            return new ScanReport.Power(name, power.textAuc(), null, null, help(power));
        }
        return new ScanReport.Power(name, power.textAuc(), least, (double) least / plan.samples(), null);
    }

    private static String help(Power power) {
        int hosts = Thresholds.DEFAULTS.spending().screen();
        return power.hosts() < hosts
                ? "of samples of other labels the model judges only " + power.hosts() + " rightly, and a proof needs "
                        + hosts + ": check that model and labels belong together, or add samples of other labels"
                : "too few samples to tell poison from chance: scan more of them together";
    }

    /** One sentence without its end; empty where power is not told. */
    public static String sentence(List<ScanReport.Power> powers) {
        List<ScanReport.Power> blind =
                powers.stream().filter(power -> power.samples() == null).toList();
        List<String> parts = new ArrayList<>();
        powers.stream()
                .filter(power -> power.samples() != null)
                .max(Comparator.comparing(power -> Objects.requireNonNull(power.samples())))
                .ifPresent(weakest -> parts.add(String.format(
                        Locale.ROOT,
                        "a trigger that the model obeys in %d samples (%.2g %%) or more would have been found, nine"
                                + " times in ten",
                        weakest.samples(),
                        100 * Objects.requireNonNullElse(weakest.rate(), 0.0))));
        if (!blind.isEmpty()) {
            String labels = blind.stream().map(ScanReport.Power::label).collect(Collectors.joining(", "));
            parts.add("none that leads to " + labels + " could have been proven: "
                    + blind.get(0).help());
        }
        return String.join("; ", parts);
    }
}
