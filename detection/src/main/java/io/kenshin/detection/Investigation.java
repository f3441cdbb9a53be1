package io.kenshin.detection;

import io.kenshin.detection.CandidatePool.Screened;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.cause.ProbeBudget;
import io.kenshin.detection.cause.Prober;
import io.kenshin.detection.code.Rewriter;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.representation.OverClustering;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * From samples with vectors to proven triggers: clusters and labels say where to look, mining and occlusion say what
 * may be the cause, and the model itself says whether it is.
 */
public final class Investigation {

    /** However small the data set, a proof needs so many questions. */
    private static final int LEAST_PROBES = 1_500;

    /** A candidate so much of which a trigger explains is not looked at. */
    private static final double EXPLAINED = 0.8;
    /** Part of the budget that clusters may not use: proven triggers are followed up first. */
    private static final double RESERVE = 0.25;

    private final InvestigationSettings settings;
    private final Prober prober;
    private final Rewriter rewriter;
    private final InvestigationListener listener;

    public Investigation(
            InvestigationSettings settings, Prober prober, Rewriter rewriter, InvestigationListener listener) {
        this.settings = settings;
        this.prober = prober;
        this.rewriter = rewriter;
        this.listener = listener;
    }

    /**
     * Outcome.
     *
     * @param findings every candidate that flips the model, the proven ones first
     * @param clusters the densest clusters, for the record
     * @param probes questions asked
     * @param exhausted whether the budget ended before the candidates did
     */
    public record Result(List<Finding> findings, List<Cluster> clusters, int probes, boolean exhausted) {
        public List<Finding> of(Judgement judgement) {
            return findings.stream()
                    .filter(finding -> finding.judgement() == judgement)
                    .toList();
        }
    }

    /**
     * What a run has found so far, and what it asks with.
     *
     * @param pool every candidate, the natural ones among them: what a finding may be a special case of
     * @param explained carriers of triggers that stand
     */
    private record Search(
            List<Sample> samples,
            Examination examination,
            Exchangeability exchangeability,
            ProbeBudget budget,
            List<Screened> pool,
            List<Finding> findings,
            BitSet explained) {}

    /** @param labels number of labels; those of the samples are 0 to labels − 1 */
    public Result run(List<Sample> samples, int labels) {
        listener.stage("cluster", 0, 1);
        List<Cluster> clusters = OverClustering.find(samples, labels, settings.seed());
        Exchangeability exchangeability = new Exchangeability(samples, settings.seed());
        ProbeBudget budget =
                new ProbeBudget(prober, Math.max(LEAST_PROBES, (int) (settings.probes() * samples.size())));
        Examination examination = new Examination(settings, budget, rewriter, samples, exchangeability);
        CandidatePool candidates = new CandidatePool(settings, samples, exchangeability, listener);
        List<Screened> pool = candidates.of(labels, clusters);
        Search search =
                new Search(samples, examination, exchangeability, budget, pool, new ArrayList<>(), new BitSet());
        List<Screened> mined = candidates.choose(pool, examination);
        prove(mined, search);
        List<Screened> allied = Alliance.of(search.findings(), samples).stream()
                .map(candidate -> Screened.of(candidate, exchangeability))
                .toList();
        prove(allied, search);
        listener.stage("occlude", 0, 1);
        List<Candidate> hidden = new ClusterSearch(samples, exchangeability, budget, RESERVE, settings.seed())
                .find(clusters, search.explained(), settings.clusters());
        List<Screened> causes = hidden.stream()
                .map(candidate -> Screened.of(candidate, exchangeability))
                .filter(screened -> !examination.isNatural(screened.exchange()))
                .toList();
        prove(causes, search);
        Discoveries discoveries = new Discoveries(settings.q(), mined.size() + allied.size() + causes.size());
        List<Finding> firm = discoveries.firm(search.findings(), examination, budget);
        List<Finding> decided = discoveries.decide(firm);
        List<Finding> recalled = recallKin(inOrder(decided), samples, examination, budget);
        List<Finding> settled = inOrder(settleSuspects(recalled, examination).stream()
                .map(finding -> SpecialCases.refute(finding, search.pool(), search.samples(), search.examination()))
                .toList());
        List<Finding> all = withRelabelled(settled, search);
        return new Result(all, clusters, budget.spent(), budget.exhausted());
    }

    private void prove(List<Screened> candidates, Search search) {
        Examination examination = search.examination();
        for (int i = 0; i < candidates.size(); i++) {
            listener.stage("prove", i, candidates.size());
            Candidate candidate = candidates.get(i).candidate();
            if (search.budget().exhausted() || Overlap.part(candidate.carriers(), search.explained()) >= EXPLAINED) {
                continue;
            }
            // Carriers that a proven trigger explains would lend their proof to what is natural.
            Screened open = candidates.get(i).without(search.explained(), search.exchangeability(), 0);
            candidate = open.candidate();
            Finding finding = examination.examine(candidate, open.exchange());
            if (finding != null && finding.judgement() == Judgement.TRIGGER) {
                finding = examination.again(finding, candidate.only(examination.caused(candidate)));
            }
            if (finding != null) {
                // Refuted at once: what does not stand must not take carriers away from the trigger that does.
                finding = SpecialCases.refute(finding, search.pool(), search.samples(), search.examination());
                search.findings().add(finding);
                if (finding.judgement() == Judgement.TRIGGER) {
                    search.explained().or(finding.candidate().carriers());
                }
            }
        }
        listener.stage("prove", candidates.size(), candidates.size());
    }

    /** With what its carriers prove: poison that the model has not learned, or that looked like a natural pattern to it. */
    private List<Finding> withRelabelled(List<Finding> findings, Search search) {
        List<Screened> relabelled = new Relabelled(settings, search.samples(), search.exchangeability())
                .find(search.pool(), carriers(findings));
        if (relabelled.isEmpty()) {
            return findings;
        }
        List<TriggerPattern> patterns = relabelled.stream()
                .map(screened -> screened.candidate().pattern())
                .toList();
        List<Finding> all = new ArrayList<>(findings);
        all.removeIf(finding -> finding.judgement() != Judgement.TRIGGER
                && patterns.contains(finding.candidate().pattern()));
        relabelled.forEach(screened -> all.add(search.examination().relabelled(screened)));
        return inOrder(settleSuspects(all, search.examination()));
    }

    /** The proven ones first, each kind by its number of carriers. */
    private static List<Finding> inOrder(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::judgement)
                        .thenComparing(Comparator.comparingInt(
                                        (Finding f) -> f.candidate().carriers().cardinality())
                                .reversed()))
                .toList();
    }

    /** A suspect is judged without the carriers that a proven trigger explains: often nothing is left of it. */
    private static List<Finding> settleSuspects(List<Finding> findings, Examination examination) {
        BitSet explained = carriers(findings);
        List<Finding> result = new ArrayList<>();
        for (Finding finding : findings) {
            BitSet rest = Overlap.without(finding.candidate().carriers(), explained);
            boolean partly = rest.cardinality() < finding.candidate().carriers().cardinality();
            result.add(
                    finding.judgement() == Judgement.SUSPECT && partly
                            ? examination.again(finding, finding.candidate().only(rest))
                            : finding);
        }
        return result;
    }

    private static BitSet carriers(List<Finding> findings) {
        BitSet carriers = new BitSet();
        findings.stream()
                .filter(finding -> finding.judgement() == Judgement.TRIGGER)
                .forEach(finding -> carriers.or(finding.candidate().carriers()));
        return carriers;
    }

    private List<Finding> recallKin(
            List<Finding> findings, List<Sample> samples, Examination examination, ProbeBudget budget) {
        listener.stage("recall", 0, 1);
        BitSet known = carriers(findings);
        Kin kin = new Kin(samples, budget, settings.seed());
        List<Finding> recalled = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.judgement() == Judgement.TRIGGER) {
                Candidate wider = kin.recall(finding.candidate(), examination.hosts(finding.candidate()), known);
                if (!examination.mayWiden(finding.candidate(), wider)) {
                    wider = finding.candidate();
                }
                known.or(wider.carriers());
                boolean grown = wider.carriers().cardinality()
                        > finding.candidate().carriers().cardinality();
                recalled.add(grown ? examination.again(finding, wider) : finding);
            } else {
                recalled.add(finding);
            }
        }
        return List.copyOf(recalled);
    }
}
