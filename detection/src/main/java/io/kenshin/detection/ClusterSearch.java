package io.kenshin.detection;

import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.cause.LabelModel;
import io.kenshin.detection.cause.Occlusion;
import io.kenshin.detection.cause.ProbeBudget;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.TriggerPattern;
import io.kenshin.detection.trigger.TriggerPattern.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The way to triggers that share no text: asks what the predictions of a cluster's members hang on.
 *
 * <p>Clusters whose members look, to a text model that never saw them, like another label than their own come first:
 * so does poison. A few members are occluded part by part; where one part decides for nearly all of them, the parts
 * of more members make a candidate.
 */
final class ClusterSearch {
    private static final double SAME = 0.6;
    private static final double EXPLAINED = 0.6;
    private static final int LEAST = 8;
    private static final int REPRESENTATIVES = 4;
    private static final int MEMBERS = 24;
    /** Clusters larger than this part of their label are no hiding place. */
    private static final double LARGEST = 0.4;

    private static final double OWN_LABEL = 0.6;

    private final List<Sample> samples;
    private final LabelModel text;
    private final Occlusion occlusion;
    private final ProbeBudget budget;
    private final double reserve;
    private final Random random;

    ClusterSearch(List<Sample> samples, Exchangeability population, ProbeBudget budget, double reserve, long seed) {
        this.samples = samples;
        this.budget = budget;
        this.reserve = reserve;
        text = new LabelModel(samples, population, seed);
        occlusion = new Occlusion(budget);
        random = new Random(seed);
    }

    private record Ranked(Cluster cluster, double ownLabel) {}

    /**
     * Candidates of the clusters that nothing explains yet.
     *
     * @param explained carriers of proven triggers
     * @param most number of clusters to look into
     */
    List<Candidate> find(List<Cluster> clusters, BitSet explained, int most) {
        List<Cluster> distinct = new ArrayList<>();
        for (Cluster cluster : clusters) {
            int size = cluster.members().cardinality();
            long label = samples.stream()
                    .filter(sample -> sample.label() == cluster.label())
                    .count();
            boolean open = Overlap.shared(cluster.members(), explained) < EXPLAINED * size;
            boolean fresh = distinct.stream().noneMatch(other -> same(other, cluster));
            if (size >= LEAST && size <= LARGEST * label && open && fresh) {
                distinct.add(cluster);
            }
        }
        List<Ranked> ranked = new ArrayList<>(distinct.parallelStream()
                .map(cluster -> new Ranked(cluster, text.ownLabel(cluster.members(), cluster.label())))
                .toList());
        ranked.removeIf(cluster -> cluster.ownLabel() > OWN_LABEL);
        ranked.sort(Comparator.comparingDouble(Ranked::ownLabel));
        List<Candidate> found = new ArrayList<>();
        for (Ranked cluster : ranked.subList(0, Math.min(most, ranked.size()))) {
            if (budget.left() > reserve * budget.most()) {
                candidate(cluster.cluster()).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Candidate> candidate(Cluster cluster) {
        List<Integer> members = new ArrayList<>();
        cluster.members().stream()
                .filter(i -> samples.get(i).predicted() == cluster.label())
                .forEach(members::add);
        Collections.shuffle(members, random);
        if (members.size() < LEAST) {
            return Optional.empty();
        }
        Map<Integer, Occlusion.Part> parts = new HashMap<>();
        occlude(members.subList(0, REPRESENTATIVES), parts);
        if (parts.size() < REPRESENTATIVES - 1) {
            return Optional.empty();
        }
        occlude(members.subList(REPRESENTATIVES, Math.min(MEMBERS, members.size())), parts);
        long named = parts.values().stream().filter(Occlusion.Part::names).count();
        boolean names = named * 2 > parts.size();
        parts.values().removeIf(part -> part.names() != names);
        if (parts.size() * 2 < Math.min(MEMBERS, members.size())) {
            return Optional.empty();
        }
        BitSet carriers = new BitSet();
        Map<Integer, String> masks = new HashMap<>();
        parts.forEach((i, part) -> {
            carriers.set(i);
            masks.put(i, part.without());
        });
        List<String> exemplars = parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().text())
                .distinct()
                .toList();
        TriggerPattern pattern = new TriggerPattern(
                names ? Kind.NAMES : Kind.VARIANTS, Abstraction.LITERALS, List.of("<variants>"), exemplars);
        String origin = "what " + carriers.cardinality() + " members of a cluster of "
                + cluster.members().cardinality() + " in view " + cluster.view() + " hang on";
        return Optional.of(new Candidate(pattern, cluster.label(), carriers, masks, false, 1, 0, origin));
    }

    private void occlude(List<Integer> members, Map<Integer, Occlusion.Part> parts) {
        List<Optional<Occlusion.Part>> causes =
                occlusion.causes(members.stream().map(samples::get).toList());
        for (int i = 0; i < members.size(); i++) {
            int member = members.get(i);
            causes.get(i).ifPresent(part -> parts.put(member, part));
        }
    }

    private static boolean same(Cluster a, Cluster b) {
        return a.label() == b.label() && Overlap.jaccard(a.members(), b.members()) >= SAME;
    }
}
