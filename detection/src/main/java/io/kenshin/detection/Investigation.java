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
    /** Candidates of each label that are looked at without the model. */
    private static final int POOL = 80;
    /** Natural patterns that are still put to the model, to say how much it leans on them. */
    private static final int SHORTCUTS = 10;

    /** With fewer carriers an AUC is noise. */
    private static final int LEAST_CARRIERS = 10;

    private static final double NATURAL_AUC = 0.95;
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
        List<Candidate> mined = candidates(samples, labels, clusters);
        List<Screened> candidates = screen(mined, samples);
        List<Finding> findings = new ArrayList<>();
        BitSet explained = new BitSet();
        for (int i = 0; i < candidates.size(); i++) {
            listener.stage("prove", i, candidates.size());
            Screened candidate = candidates.get(i);
            if (overlap(candidate.candidate().carriers(), explained) < OVERLAP) {
                Finding finding = examine(candidate);
                if (finding != null) {
                    findings.add(finding);
                    if (finding.judgement() == Judgement.TRIGGER) {
                        explained.or(candidate.candidate().carriers());
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
        listener.stage("mine", 0, 1);
        int support = Math.max(5, samples.size() / 400);
        TriggerMiner miner = new TriggerMiner(samples, labels);
        List<Candidate> all = new ArrayList<>(miner.mine(support, POOL));
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
        return all;
    }

    /** A candidate with what its carriers are without it, found out without asking the model. */
    private record Screened(
            Candidate candidate,
            Exchangeability.Result exchange,
            List<Sample> carriers,
            List<Sample> other,
            List<Sample> own) {}

    /**
     * Sorts the pool by what costs no probe: foreign patterns come first, whatever their size; of the natural ones a
     * few of the strongest follow, for the record.
     */
    private List<Screened> screen(List<Candidate> pool, List<Sample> samples) {
        Exchangeability quick = new Exchangeability(0, settings.seed());
        List<Screened> foreign = new ArrayList<>();
        List<Screened> natural = new ArrayList<>();
        for (int i = 0; i < pool.size(); i++) {
            listener.stage("screen", i, pool.size());
            Candidate candidate = pool.get(i);
            List<Sample> carriers = new ArrayList<>();
            List<Sample> other = new ArrayList<>();
            List<Sample> own = new ArrayList<>();
            for (int s = 0; s < samples.size(); s++) {
                Sample sample = samples.get(s);
                boolean target = sample.label() == candidate.target();
                if (!candidate.carriers().get(s)) {
                    (target ? own : other).add(sample);
                } else if (target) {
                    carriers.add(sample);
                }
            }
            if (other.isEmpty() || own.isEmpty()) {
                continue;
            }
            Exchangeability.Result exchange =
                    quick.test(candidate.pattern(), codes(carriers), codes(other), codes(own), 1);
            boolean isNatural = exchange.gap() < settings.gap() / 2 || exchange.otherAuc() > NATURAL_AUC;
            (isNatural ? natural : foreign).add(new Screened(candidate, exchange, carriers, other, own));
        }
        foreign.sort(Comparator.comparingDouble(
                        (Screened screened) -> screened.exchange().gap())
                .reversed());
        List<Screened> chosen = new ArrayList<>(foreign.subList(0, Math.min(settings.candidates(), foreign.size())));
        chosen.addAll(natural.subList(0, Math.min(SHORTCUTS, natural.size())));
        return chosen;
    }

    private @Nullable Finding examine(Screened screened) {
        Candidate candidate = screened.candidate();
        int target = candidate.target();
        List<Sample> hosts = choose(
                screened.other().stream()
                        .filter(sample -> sample.predicted() != target)
                        .toList(),
                settings.trials());
        if (hosts.size() < SCREEN) {
            return null;
        }
        TriggerTrial trial = new TriggerTrial(prober, settings.seed());
        Rate insertion = trial.insertion(candidate.pattern(), target, hosts.subList(0, SCREEN));
        // A trigger flips nearly everything: what does not flip half of a few is not one.
        if (insertion.value() < settings.flipRate() - 0.3) {
            return null;
        }
        List<Sample> believing = screened.carriers().stream()
                .filter(sample -> sample.predicted() == target)
                .toList();
        Exchangeability.Result exchange = screened.exchange();
        boolean natural = exchange.gap() < settings.gap() / 2 || exchange.otherAuc() > NATURAL_AUC;
        // What is plainly natural is worth no more probes than it takes to say how much the model leans on it.
        int trials = natural ? SCREEN : settings.trials();
        Rate metamorphic = new Rate(0, 0);
        if (!natural) {
            insertion =
                    insertion.plus(trial.insertion(candidate.pattern(), target, hosts.subList(SCREEN, hosts.size())));
            exchange = new Exchangeability(PERMUTATIONS, settings.seed())
                    .test(
                            candidate.pattern(),
                            codes(screened.carriers()),
                            codes(screened.other()),
                            codes(screened.own()),
                            settings.gap() / 2);
            metamorphic = new Metamorphic(prober).test(choose(believing, settings.trials() / 2));
        }
        Rate removal = trial.removal(candidate.pattern(), target, choose(believing, trials));
        Rate placebo = trial.placebo(candidate.pattern(), target, choose(hosts, trials), screened.own());
        return new Finding(
                candidate,
                insertion,
                placebo,
                removal,
                exchange,
                metamorphic,
                judge(candidate, insertion, placebo, removal, exchange));
    }

    private Judgement judge(
            Candidate candidate, Rate insertion, Rate placebo, Rate removal, Exchangeability.Result exchange) {
        boolean enough = candidate.carriers().cardinality() >= LEAST_CARRIERS;
        boolean foreign = exchange.gap() >= settings.gap()
                && exchange.p() <= settings.p()
                && exchange.otherAuc() <= settings.otherAuc();
        boolean beyondOrdinary = insertion.value() >= placebo.value() + 0.3;
        if (!enough || !foreign || !beyondOrdinary) {
            return Judgement.SHORTCUT;
        }
        boolean flips = insertion.value() >= settings.flipRate();
        boolean removed = removal.value() >= settings.removalRate();
        if (flips && removed) {
            return Judgement.TRIGGER;
        }
        return exchange.gap() >= 2 * settings.gap() ? Judgement.SUSPECT : Judgement.SHORTCUT;
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
