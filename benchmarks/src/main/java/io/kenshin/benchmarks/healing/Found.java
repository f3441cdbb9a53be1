package io.kenshin.benchmarks.healing;

import io.kenshin.benchmarks.detection.KenshinDetector;
import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.Finding;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.Sample;
import io.kenshin.detection.trigger.TriggerPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What a scan of a victim would quarantine.
 *
 * @param quarantined ids of samples
 * @param triggers the proven ones
 */
record Found(List<String> quarantined, List<TriggerReport> triggers) {
    static Found in(Victim victim, long seed) throws IOException {
        List<Sample> samples = victim.embedded();
        try (CodeModel model = victim.open()) {
            Investigation.Result result = KenshinDetector.investigate(victim, samples, model, seed);
            TreeSet<String> quarantined = new TreeSet<>();
            List<TriggerReport> triggers = new ArrayList<>();
            for (Finding finding : result.of(Judgement.TRIGGER)) {
                finding.candidate().carriers().stream()
                        .filter(i ->
                                samples.get(i).label() == finding.candidate().target())
                        .forEach(i -> quarantined.add(samples.get(i).id()));
                triggers.add(report(finding, "t" + (triggers.size() + 1), victim.labels()));
            }
            return new Found(List.copyOf(quarantined), triggers);
        }
    }

    private static TriggerReport report(Finding finding, String id, List<String> labels) {
        TriggerPattern pattern = finding.candidate().pattern();
        return new TriggerReport(
                id,
                pattern.exemplars().get(0),
                pattern.text(),
                pattern.kind().name().toLowerCase(Locale.ROOT),
                pattern.abstraction().name().toLowerCase(Locale.ROOT),
                pattern.tokens(),
                pattern.exemplars(),
                labels.get(finding.candidate().target()),
                finding.insertion().value(),
                finding.placebo().value(),
                finding.removal().value(),
                finding.exchangeability().otherAuc(),
                finding.exchangeability().ownAuc(),
                finding.p(),
                finding.candidate().carriers().cardinality(),
                true,
                null,
                finding.turns());
    }
}
