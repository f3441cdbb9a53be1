package io.kenshin.detection;

import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.TriggerMiner;
import io.kenshin.detection.trigger.WholeStatement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may be a trigger, found and sorted without asking the model. */
final class CandidatePool {
    private static final int CLUSTERS = 12;
    /** Candidates of each label that are looked at without the model. */
    private static final int POOL = 80;
    /** One more of them for so many samples. */
    private static final int PER_CANDIDATE = 25;

    private static final int LEAST_SUPPORT = 5;
    /** Natural patterns that are still put to the model, to say how much it leans on them. */
    private static final int SHORTCUTS = 10;
    /** Two candidates are one when each has so much of the other's carriers. */
    private static final double SAME = 0.8;

    private final InvestigationSettings settings;
    private final List<Sample> samples;
    private final Exchangeability exchangeability;
    private final InvestigationListener listener;

    CandidatePool(
            InvestigationSettings settings,
            List<Sample> samples,
            Exchangeability exchangeability,
            InvestigationListener listener) {
        this.settings = settings;
        this.samples = samples;
        this.exchangeability = exchangeability;
        this.listener = listener;
    }

    /** A candidate with what its carriers are without it, found out without asking the model. */
    record Screened(Candidate candidate, Exchangeability.Result exchange) {
        static Screened of(Candidate candidate, Exchangeability exchangeability) {
            return of(candidate, exchangeability, 0);
        }

        static Screened of(Candidate candidate, Exchangeability exchangeability, int permutations) {
            return new Screened(candidate, exchangeability.test(candidate, permutations));
        }

        /** Without carriers that something else explains; the same one when there are none of them. */
        Screened without(BitSet explained, Exchangeability exchangeability, int permutations) {
            BitSet rest = Overlap.without(candidate.carriers(), explained);
            return rest.cardinality() == candidate.carriers().cardinality()
                    ? this
                    : of(candidate.only(rest), exchangeability, permutations);
        }
    }

    /** Every candidate, the natural ones among them: what a finding may be a special case of. */
    List<Screened> of(int labels, List<Cluster> clusters) {
        return screen(mine(labels, clusters));
    }

    private List<Candidate> mine(int labels, List<Cluster> clusters) {
        listener.stage("mine", 0, 1);
        // Ten poisoned samples of ten thousand are enough for an attack, so the least count does not grow with the
        // data.
        int support = Math.max(LEAST_SUPPORT, Math.min(Judge.LEAST_CARRIERS, samples.size() / 400));
        TriggerMiner miner = new TriggerMiner(samples, labels);
        List<Candidate> all = new ArrayList<>(miner.mine(support, Math.max(POOL, samples.size() / PER_CANDIDATE)));
        for (int label = 0; label < labels; label++) {
            int wanted = label;
            List<Cluster> own = clusters.stream()
                    .filter(cluster -> cluster.label() == wanted)
                    .limit(CLUSTERS)
                    .toList();
            for (Cluster cluster : own) {
                int inside = Math.max(support, cluster.members().cardinality() / 4);
                String origin = "cluster of " + cluster.members().cardinality() + " in view " + cluster.view();
                for (Candidate candidate : miner.mine(cluster.members(), label, inside, 3, origin)) {
                    if (all.stream().noneMatch(other -> same(other, candidate))) {
                        all.add(candidate);
                    }
                }
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::association).reversed());
        return all;
    }

    /** What each candidate's carriers are without it: costs no probe. */
    private List<Screened> screen(List<Candidate> pool) {
        listener.stage("screen", 0, pool.size());
        return IntStream.range(0, pool.size())
                .parallel()
                .mapToObj(i -> best(pool.get(i)))
                .toList();
    }

    /**
     * What the model is asked about: foreign patterns first, whatever their size, then a few of the strongest natural ones,
     * for the record.
     */
    List<Screened> choose(List<Screened> pool, Examination examination) {
        List<Screened> foreign = new ArrayList<>();
        List<Screened> natural = new ArrayList<>();
        for (Screened screened : pool) {
            (examination.isNatural(screened.exchange()) ? natural : foreign).add(screened);
        }
        foreign.sort(Comparator.comparingDouble(
                        (Screened screened) -> screened.exchange().gap())
                .reversed());
        List<Screened> chosen = new ArrayList<>(foreign.subList(0, Math.min(settings.candidates(), foreign.size())));
        chosen.addAll(natural.subList(0, Math.min(SHORTCUTS, natural.size())));
        return chosen;
    }

    /** The fragment, or the statements around it when it is their mask that makes the carriers alike to others. */
    private Screened best(Candidate fragment) {
        return Stream.concat(Stream.of(fragment), WholeStatement.of(fragment, samples).stream())
                .map(candidate -> Screened.of(candidate, exchangeability))
                .max(Comparator.comparingDouble(screened -> screened.exchange().gap()))
                .orElseThrow();
    }

    private static boolean same(Candidate a, Candidate b) {
        return a.target() == b.target()
                && Overlap.part(a.carriers(), b.carriers()) >= SAME
                && Overlap.part(b.carriers(), a.carriers()) >= SAME;
    }
}
