package io.kenshin.detection.propose;

import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.study.Stage;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.LabelModel;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.Occlusion;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Part;
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
 * The way to triggers that share no text: what do the predictions of a cluster's members hang on?
 *
 * <p>Clusters whose members look, to a text model that never saw them, like another label than their own come first:
 * so does poison. A few members are occluded part by part; where one part decides for nearly all of them, the parts
 * of more members make a candidate.
 */
public final class OccludedClusters implements CandidateSource {
    @Override
    public List<MaskedCandidate> propose(Docket docket) {
        Study study = docket.study();
        study.stage(Stage.OCCLUDE, 0, 1);
        return new Search(study)
                .find(docket.clusters(), docket.explained()).stream()
                        .map(study::masked)
                        .filter(masked -> !study.thresholds().context().isNatural(masked.evidence()))
                        .toList();
    }

    private record Ranked(Cluster cluster, double ownLabel) {}

    /** One search, with its seeded order. */
    private static final class Search {
        private final Study study;
        private final Thresholds.Occlusion limits;
        private final Occlusion occlusion;
        private final Random random;

        Search(Study study) {
            this.study = study;
            limits = study.thresholds().occlusion();
            occlusion = new Occlusion(study.probes());
            random = new Random(study.seed());
        }

        /** @param explained carriers of proven triggers */
        List<Candidate> find(List<Cluster> clusters, BitSet explained) {
            LabelModel text = new LabelModel(study.samples(), study.carriers().exchangeability(), study.seed());
            List<Ranked> ranked = new ArrayList<>(distinct(clusters, explained).parallelStream()
                    .map(cluster ->
                            new Ranked(cluster, text.ownLabel(cluster.members(), new Behaviour(cluster.label()))))
                    .toList());
            ranked.removeIf(cluster -> cluster.ownLabel() > limits.ownLabel());
            ranked.sort(Comparator.comparingDouble(Ranked::ownLabel));
            double reserve =
                    study.thresholds().spending().reserve() * study.probes().most();
            List<Candidate> found = new ArrayList<>();
            for (Ranked cluster : ranked.subList(0, Math.min(limits.clusters(), ranked.size()))) {
                if (study.probes().left() > reserve) {
                    candidate(cluster.cluster()).ifPresent(found::add);
                }
            }
            return found;
        }

        /** Clusters that nothing explains yet, each once. */
        private List<Cluster> distinct(List<Cluster> clusters, BitSet explained) {
            List<Cluster> distinct = new ArrayList<>();
            for (Cluster cluster : clusters) {
                int size = cluster.members().cardinality();
                long label = study.samples().stream()
                        .filter(sample -> sample.label() == cluster.label())
                        .count();
                boolean open = Overlap.shared(cluster.members(), explained) < limits.explained() * size;
                boolean fresh = distinct.stream().noneMatch(other -> same(other, cluster));
                if (size >= limits.least() && size <= limits.largest() * label && open && fresh) {
                    distinct.add(cluster);
                }
            }
            return distinct;
        }

        private boolean same(Cluster a, Cluster b) {
            return a.label() == b.label() && Overlap.jaccard(a.members(), b.members()) >= limits.same();
        }

        private Optional<Candidate> candidate(Cluster cluster) {
            Behaviour target = new Behaviour(cluster.label());
            List<Integer> members = new ArrayList<>();
            cluster.members().stream()
                    .filter(i -> study.sample(i).shows(target))
                    .forEach(members::add);
            Collections.shuffle(members, random);
            if (members.size() < limits.least()) {
                return Optional.empty();
            }
            int first = limits.members().first();
            int all = Math.min(limits.members().all(), members.size());
            Map<Integer, Part> parts = new HashMap<>();
            occlude(members.subList(0, first), parts);
            if (parts.size() < first - 1) {
                return Optional.empty();
            }
            occlude(members.subList(first, all), parts);
            long named = parts.values().stream().filter(Part::names).count();
            boolean names = named * 2 > parts.size();
            parts.values().removeIf(part -> part.names() != names);
            return parts.size() * 2 < all ? Optional.empty() : Optional.of(candidate(cluster, names, parts));
        }

        private static Candidate candidate(Cluster cluster, boolean names, Map<Integer, Part> parts) {
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
            String cause = "what " + carriers.cardinality() + " members of a cluster of "
                    + cluster.members().cardinality() + " in view " + cluster.view() + " hang on";
            return Candidate.ofCause(
                    Part.any(names, exemplars), new Behaviour(cluster.label()), carriers, masks, cause);
        }

        private void occlude(List<Integer> members, Map<Integer, Part> parts) {
            List<Optional<Part>> causes =
                    occlusion.causes(members.stream().map(study::sample).toList());
            for (int i = 0; i < members.size(); i++) {
                int member = members.get(i);
                causes.get(i).ifPresent(part -> parts.put(member, part));
            }
        }
    }
}
