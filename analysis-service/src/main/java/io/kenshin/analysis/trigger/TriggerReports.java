package io.kenshin.analysis.trigger;

import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.Finding;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.representation.OverClustering;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Says in numbers and words what was found out about a pattern. */
public final class TriggerReports {
    private static final String UNLEARNED =
            ": the model has hardly learned the pattern, but its carriers were given a label that is not their code's";

    private TriggerReports() {}

    public static TriggerReport report(Finding finding, String id, List<String> labels, int carriers) {
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
                carriers,
                finding.judgement() == Finding.Judgement.TRIGGER,
                null,
                finding.turns());
    }

    /** @param view names of the views */
    public static List<Evidence> evidence(
            Finding finding, List<OverClustering.Cluster> clusters, List<String> labels, IntFunction<String> view) {
        String target = labels.get(finding.candidate().target());
        boolean unlearned = finding.judgement() == Finding.Judgement.TRIGGER && !finding.turns();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(
                "insertion",
                finding.insertion().value(),
                text(
                        "put into %d samples of other labels, the pattern turns %d to '%s'; ordinary code turns %d of %d",
                        finding.insertion().tries(),
                        finding.insertion().flips(),
                        target,
                        finding.placebo().flips(),
                        finding.placebo().tries()),
                false));
        evidence.add(new Evidence(
                "removal",
                finding.removal().value(),
                text(
                        "taken out of %d carriers, %d are no longer '%s'",
                        finding.removal().tries(), finding.removal().flips(), target),
                false));
        evidence.add(new Evidence(
                "exchangeability",
                Math.max(0, Math.min(1, 2 * finding.exchangeability().gap())),
                text(
                        "without it, carriers look like other labels (AUC %.2f) and not like their own (AUC %.2f); the whole proof has p %.2g%s",
                        finding.exchangeability().otherAuc(),
                        finding.exchangeability().ownAuc(),
                        finding.p(),
                        unlearned ? UNLEARNED : ""),
                false));
        if (finding.metamorphic().tries() > 0) {
            evidence.add(new Evidence(
                    "metamorphic",
                    finding.metamorphic().value(),
                    text(
                            "%d of %d rewrites that keep the meaning change the prediction",
                            finding.metamorphic().flips(), finding.metamorphic().tries()),
                    false));
        }
        cluster(finding.candidate().carriers(), clusters, view, evidence);
        return evidence;
    }

    private static void cluster(
            BitSet carriers, List<OverClustering.Cluster> clusters, IntFunction<String> view, List<Evidence> evidence) {
        double best = 0.3;
        Evidence found = null;
        for (OverClustering.Cluster cluster : clusters) {
            double jaccard = Overlap.jaccard(carriers, cluster.members());
            if (jaccard > best) {
                best = jaccard;
                found = new Evidence(
                        "cluster",
                        jaccard,
                        text(
                                "%d of %d carriers share a cluster of %d in %s that is %.1f times denser than its label",
                                Overlap.shared(carriers, cluster.members()),
                                carriers.cardinality(),
                                cluster.members().cardinality(),
                                view.apply(cluster.view()),
                                cluster.cohesion()),
                        false);
            }
        }
        if (found != null) {
            evidence.add(found);
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
