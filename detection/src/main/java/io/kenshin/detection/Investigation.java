package io.kenshin.detection;

import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.cause.Metamorphic;
import io.kenshin.detection.cause.Prober;
import io.kenshin.detection.cause.TriggerTrial;
import io.kenshin.detection.cause.TriggerTrial.Rate;
import io.kenshin.detection.representation.OverClustering;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.TriggerMiner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * From samples with vectors to proven triggers: clusters and labels say where to look, mining says what they share,
 * and the model itself says whether that is the cause.
 */
public final class Investigation {
    private static final int CLUSTERS = 12;
    private static final int SCREEN = 8;
    private static final int PERMUTATIONS = 99;
    private static final double OVERLAP = 0.8;

    private final InvestigationSettings settings;
    private final Prober prober;
    private final InvestigationListener listener;

    public Investigation(InvestigationSettings settings, Prober prober, InvestigationListener listener) {
        this.settings = settings;
        this.prober = prober;
        this.listener = listener;
    }

    /**
     * Outcome.
     *
     * @param findings every candidate that flips the model, the proven ones first
     * @param clusters the densest clusters, for the record
     */
    public record Result(List<Finding> findings, List<OverClustering.Cluster> clusters) {
        public List<Finding> of(Judgement judgement) {
            return findings.stream()
                    .filter(finding -> finding.judgement() == judgement)
                    .toList();
        }
    }

    /** @param labels number of labels; those of the samples are 0 to labels − 1 */
    public Result run(List<Sample> samples, int labels) {
        listener.stage("cluster", 0, 1);
        List<OverClustering.Cluster> clusters = OverClustering.find(samples, labels, settings.seed());
        listener.stage("mine", 0, 1);
        List<Candidate> candidates = candidates(samples, labels, clusters);
        List<Finding> findings = new ArrayList<>();
        BitSet explained = new BitSet();
        for (int i = 0; i < candidates.size(); i++) {
            listener.stage("prove", i, candidates.size());
            Candidate candidate = candidates.get(i);
            if (overlap(candidate.carriers(), explained) < OVERLAP) {
                Finding finding = examine(candidate, samples);
                if (finding != null) {
                    findings.add(finding);
                    if (finding.judgement() == Judgement.TRIGGER) {
                        explained.or(candidate.carriers());
                    }
                }
            }
        }
        listener.stage("prove", candidates.size(), candidates.size());
        findings.sort(Comparator.comparing(Finding::judgement)
                .thenComparing(
                        Comparator.comparingDouble((Finding f) -> f.candidate().association())
                                .reversed()));
        return new Result(List.copyOf(findings), clusters);
    }

    private List<Candidate> candidates(List<Sample> samples, int labels, List<OverClustering.Cluster> clusters) {
        int support = Math.max(5, samples.size() / 400);
        TriggerMiner miner = new TriggerMiner(samples, labels);
        List<Candidate> all = new ArrayList<>(miner.mine(support, settings.candidates() / 2));
        for (OverClustering.Cluster cluster : clusters.subList(0, Math.min(CLUSTERS, clusters.size()))) {
            int inside = Math.max(support, cluster.members().cardinality() / 4);
            String origin = "cluster of " + cluster.members().cardinality() + " in view " + cluster.view();
            for (Candidate candidate : miner.mine(cluster.members(), cluster.label(), inside, 3, origin)) {
                if (all.stream().noneMatch(other -> same(other, candidate))) {
                    all.add(candidate);
                }
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::association).reversed());
        return all.subList(0, Math.min(settings.candidates(), all.size()));
    }

    private @Nullable Finding examine(Candidate candidate, List<Sample> samples) {
        int target = candidate.target();
        List<Sample> carriers = new ArrayList<>();
        List<Sample> other = new ArrayList<>();
        List<Sample> own = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (candidate.carriers().get(i)) {
                if (sample.label() == target) {
                    carriers.add(sample);
                }
            } else {
                (sample.label() == target ? own : other).add(sample);
            }
        }
        List<Sample> hosts = choose(
                other.stream().filter(sample -> sample.predicted() != target).toList(), settings.trials());
        if (hosts.size() < SCREEN || own.isEmpty()) {
            return null;
        }
        TriggerTrial trial = new TriggerTrial(prober, settings.seed());
        Rate insertion = trial.insertion(candidate.pattern(), target, hosts.subList(0, SCREEN));
        // A trigger flips nearly everything: what does not flip half of a few is not one.
        if (insertion.value() < settings.flipRate() - 0.3) {
            return null;
        }
        List<Sample> believing =
                carriers.stream().filter(sample -> sample.predicted() == target).toList();
        Exchangeability exchangeability = new Exchangeability(PERMUTATIONS, settings.seed());
        Exchangeability.Result exchange = exchangeability.test(
                candidate.pattern(), codes(carriers), codes(other), codes(own), settings.gap() / 2);
        boolean natural = exchange.gap() < settings.gap() / 2 || exchange.otherAuc() > 0.95;
        // What is plainly natural is worth no more probes than it takes to say how much the model leans on it.
        int trials = natural ? SCREEN : settings.trials();
        if (!natural) {
            insertion =
                    insertion.plus(trial.insertion(candidate.pattern(), target, hosts.subList(SCREEN, hosts.size())));
        }
        Rate removal = trial.removal(candidate.pattern(), target, choose(believing, trials));
        Rate placebo = trial.placebo(candidate.pattern(), target, choose(hosts, trials), own);
        Rate metamorphic =
                natural ? new Rate(0, 0) : new Metamorphic(prober).test(choose(believing, settings.trials() / 2));
        return new Finding(
                candidate,
                insertion,
                placebo,
                removal,
                exchange,
                metamorphic,
                judge(insertion, placebo, removal, exchange));
    }

    private Judgement judge(Rate insertion, Rate placebo, Rate removal, Exchangeability.Result exchange) {
        boolean flips = insertion.value() >= settings.flipRate() && insertion.value() >= placebo.value() + 0.3;
        boolean removed = removal.value() >= settings.removalRate();
        boolean exchangeable = exchange.gap() >= settings.gap()
                && exchange.p() <= settings.p()
                && exchange.otherAuc() <= settings.otherAuc();
        if (flips && removed && exchangeable) {
            return Judgement.TRIGGER;
        }
        boolean nearly = exchange.gap() >= 2 * settings.gap() && exchange.p() <= settings.p();
        return flips && nearly ? Judgement.SUSPECT : Judgement.SHORTCUT;
    }

    private List<Sample> choose(List<Sample> from, int most) {
        List<Sample> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, new Random(settings.seed()));
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    private static List<String> codes(List<Sample> samples) {
        return samples.stream().map(Sample::code).toList();
    }

    private static boolean same(Candidate a, Candidate b) {
        return a.target() == b.target()
                && overlap(a.carriers(), b.carriers()) >= OVERLAP
                && overlap(b.carriers(), a.carriers()) >= OVERLAP;
    }

    /** Part of {@code inner} that lies in {@code outer}. */
    private static double overlap(BitSet inner, BitSet outer) {
        BitSet both = (BitSet) inner.clone();
        both.and(outer);
        return inner.isEmpty() ? 0 : (double) both.cardinality() / inner.cardinality();
    }
}
