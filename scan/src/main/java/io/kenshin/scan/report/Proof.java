package io.kenshin.scan.report;

import io.kenshin.contracts.finding.Evidence;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.labels.Contradiction;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.trial.Rate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The proof of a finding in numbers and words: what the model did about it, and what its carriers are. */
public final class Proof {
    /** A cluster that shares less with the carriers is not worth a word. */
    private static final double SHARED = 0.3;

    private static final String UNLEARNED =
            ": the model has hardly learned the pattern, but its carriers were given a label that is not their code's";

    private final Finding finding;
    private final String target;

    private Proof(Finding finding, String target) {
        this.finding = finding;
        this.target = target;
    }

    /**
     * What speaks for a finding.
     *
     * @param labels names of the labels
     * @param views names of the views that clusters were looked for in
     */
    public static List<Evidence> of(Finding finding, List<Cluster> clusters, List<String> labels, List<String> views) {
        Proof proof = new Proof(finding, labels.get(finding.candidate().target().index()));
        List<Evidence> evidence =
                new ArrayList<>(List.of(proof.insertion(), proof.removal(), proof.surprise(), proof.exchangeability()));
        if (finding.candidate().pattern().hasPlace()) {
            evidence.add(proof.placement());
        }
        if (finding.metamorphic().tries() > 0) {
            evidence.add(proof.metamorphic());
        }
        Evidence cluster = cluster(finding.candidate().carriers(), clusters, views);
        if (cluster != null) {
            evidence.add(cluster);
        }
        return List.copyOf(evidence);
    }

    /** What speaks against a label; it is no proof, and people have to look. */
    public static Evidence of(Contradiction found, List<String> labels) {
        return evidence(
                "label-model",
                found.wrong(),
                "the rest of the data says '%s' (probability %.2f) and not '%s'; what speaks most for it: %s",
                labels.get(found.said()),
                found.probability(),
                labels.get(found.label()),
                String.join(", ", found.reasons()));
    }

    private Evidence insertion() {
        return evidence(
                "insertion",
                finding.insertion().value(),
                "put into %d samples of other labels, the pattern turns %d to '%s'; ordinary code turns %d of %d",
                finding.insertion().tries(),
                finding.insertion().flips(),
                target,
                finding.placebo().flips(),
                finding.placebo().tries());
    }

    private Evidence removal() {
        Rate sham = finding.effect().sham();
        return evidence(
                "removal",
                finding.removal().value(),
                "taken out of %d carriers, %d are no longer '%s'%s",
                finding.removal().tries(),
                finding.removal().flips(),
                target,
                sham.tries() == 0
                        ? ""
                        : "; without other code of theirs, %d of %d".formatted(sham.flips(), sham.tries()));
    }

    private Evidence surprise() {
        return evidence(
                "surprise",
                1 - finding.chance(),
                "%d samples carry it; that they are '%s' is not what the rest of their code says (p %.2g), and chance"
                        + " explains %.2g such patterns",
                finding.candidate().carriers().cardinality(),
                target,
                finding.evidence().surprise(),
                finding.chance());
    }

    private Evidence placement() {
        return evidence(
                "placement",
                ordinary(finding.evidence().placementAuc()),
                "it stands where nothing asks for it: AUC %.2f against other places in the same code",
                finding.evidence().placementAuc());
    }

    private Evidence exchangeability() {
        boolean unlearned = finding.isTrigger() && !finding.isObeyed();
        return evidence(
                "exchangeability",
                ordinary(finding.evidence().otherAuc()),
                "without it, carriers look like other labels (AUC %.2f); the whole proof has p %.2g%s",
                finding.evidence().otherAuc(),
                finding.p(),
                unlearned ? UNLEARNED : "");
    }

    /** 1 for an AUC of a half, 0 for one of 1. */
    private static double ordinary(double auc) {
        return Math.max(0, Math.min(1, 2 * (1 - auc)));
    }

    private Evidence metamorphic() {
        return evidence(
                "metamorphic",
                finding.metamorphic().value(),
                "%d of %d rewrites that keep the meaning change the prediction",
                finding.metamorphic().flips(),
                finding.metamorphic().tries());
    }

    /** The cluster that has most in common with the carriers. */
    private static @Nullable Evidence cluster(BitSet carriers, List<Cluster> clusters, List<String> views) {
        double best = SHARED;
        Evidence found = null;
        for (Cluster cluster : clusters) {
            double jaccard = Overlap.jaccard(carriers, cluster.members());
            if (jaccard > best) {
                best = jaccard;
                found = evidence(
                        "cluster",
                        jaccard,
                        "%d of %d carriers share a cluster of %d in %s that is %.1f times denser than its label",
                        Overlap.shared(carriers, cluster.members()),
                        carriers.cardinality(),
                        cluster.members().cardinality(),
                        views.get(cluster.view()),
                        cluster.cohesion());
            }
        }
        return found;
    }

    private static Evidence evidence(String kind, double strength, String format, Object... values) {
        return new Evidence(kind, strength, String.format(Locale.ROOT, format, values), false);
    }
}
