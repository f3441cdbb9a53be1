package io.kenshin.detection.propose;

import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.study.Stage;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.mine.TriggerMiner;
import io.kenshin.detection.trigger.mine.WholeStatement;
import io.kenshin.detection.trigger.mine.Wrapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Patterns that go with a label or a cluster: mined, and sorted without asking the model. Both are one source, because
 * they are chosen from together: a cluster's pattern that the label has too is one candidate.
 */
public final class MinedPatterns implements CandidateSource {
    /** Of a cluster, the least part of its members that share a pattern, as a divisor. */
    private static final int SHARING = 4;
    /** Patterns of each cluster. */
    private static final int OF_CLUSTER = 3;

    @Override
    public List<MaskedCandidate> propose(Docket docket) {
        Study study = docket.study();
        TriggerMiner miner = new TriggerMiner(study.samples(), study.behaviours());
        List<MaskedCandidate> pool = pool(study, miner, docket.clusters());
        docket.keepPool(pool, miner.supports(study.thresholds().proof().carriers()));
        return chosen(pool, study.thresholds());
    }

    /** Every candidate, the natural ones among them. */
    static List<MaskedCandidate> pool(Study study, TriggerMiner miner, List<Cluster> clusters) {
        study.stage(Stage.MINE, 0, 1);
        List<Candidate> mined = mined(study, miner, clusters);
        study.stage(Stage.SCREEN, 0, mined.size());
        List<MaskedCandidate> best = IntStream.range(0, mined.size())
                .parallel()
                .mapToObj(i -> best(mined.get(i), study))
                .toList();
        // Two fragments may be of one whole.
        Set<List<Object>> known = new HashSet<>();
        return best.stream()
                .filter(masked -> known.add(List.of(
                        masked.candidate().pattern(),
                        masked.candidate().target(),
                        masked.candidate().carriers())))
                .toList();
    }

    private static List<Candidate> mined(Study study, TriggerMiner miner, List<Cluster> clusters) {
        Thresholds.Mining mining = study.thresholds().mining();
        int samples = study.samples().size();
        int most = study.thresholds().proof().carriers();
        int support = Math.max(mining.support(), Math.min(most, samples / mining.samplesPerSupport()));
        List<Candidate> all = new ArrayList<>(miner.mine(support, mining.pool(samples)));
        for (int label = 0; label < study.behaviours(); label++) {
            int wanted = label;
            List<Cluster> own = clusters.stream()
                    .filter(cluster -> cluster.label() == wanted)
                    .limit(mining.clusters())
                    .toList();
            for (Cluster cluster : own) {
                int members = cluster.members().cardinality();
                int inside = Math.max(support, members / SHARING);
                Origin origin = new Origin.Cluster(members, cluster.view());
                Behaviour target = new Behaviour(label);
                for (Candidate candidate : miner.mine(cluster.members(), target, inside, OF_CLUSTER, origin)) {
                    if (all.stream().noneMatch(other -> same(other, candidate, mining.same()))) {
                        all.add(candidate);
                    }
                }
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::association).reversed());
        return all;
    }

    /**
     * What the model is asked about: foreign patterns first, whatever their size, then a few of the strongest natural
     * ones, for the record.
     */
    private static List<MaskedCandidate> chosen(List<MaskedCandidate> pool, Thresholds thresholds) {
        List<MaskedCandidate> foreign = new ArrayList<>();
        List<MaskedCandidate> natural = new ArrayList<>();
        for (MaskedCandidate masked : pool) {
            (thresholds.context().isNatural(masked.evidence()) ? natural : foreign).add(masked);
        }
        foreign.sort(Comparator.comparing(
                        (MaskedCandidate masked) -> !thresholds.context().isForeign(masked.evidence()))
                .thenComparing(masked -> masked.evidence().surprise())
                .thenComparing(masked -> masked.evidence().oddity()));
        int most = thresholds.spending().candidates();
        int shortcuts = thresholds.mining().shortcuts();
        List<MaskedCandidate> chosen = new ArrayList<>(foreign.subList(0, Math.min(most, foreign.size())));
        chosen.addAll(natural.subList(0, Math.min(shortcuts, natural.size())));
        return chosen;
    }

    /** The form whose mask leaves the most ordinary code. */
    private static MaskedCandidate best(Candidate fragment, Study study) {
        return forms(fragment, study)
                .map(study::masked)
                .min(Comparator.comparingDouble(masked -> masked.evidence().oddity()))
                .orElseThrow();
    }

    /** The fragment; the statements around it; what it wraps; and a word as a name, too, because what some call others declare. */
    private static Stream<Candidate> forms(Candidate fragment, Study study) {
        return Stream.of(
                        Optional.of(fragment),
                        WholeStatement.of(fragment, study.samples()),
                        Wrapping.of(fragment, study.samples()),
                        Identifier.of(fragment.pattern()).map(fragment::withPattern))
                .flatMap(Optional::stream);
    }

    private static boolean same(Candidate a, Candidate b, double same) {
        return a.target().equals(b.target())
                && Overlap.part(a.carriers(), b.carriers()) >= same
                && Overlap.part(b.carriers(), a.carriers()) >= same;
    }
}
