package io.kenshin.detection;

import io.kenshin.detection.judge.Accomplices;
import io.kenshin.detection.judge.CarrierProof;
import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.FalseDiscoveryRate;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.judge.Mined;
import io.kenshin.detection.judge.MoreHosts;
import io.kenshin.detection.judge.NaturalParents;
import io.kenshin.detection.judge.Power;
import io.kenshin.detection.judge.Rule;
import io.kenshin.detection.judge.Suspects;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.propose.CandidateSource;
import io.kenshin.detection.propose.JointNames;
import io.kenshin.detection.propose.MinedPatterns;
import io.kenshin.detection.propose.OccludedClusters;
import io.kenshin.detection.recall.NeighbourRecall;
import io.kenshin.detection.representation.OverClustering;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.study.Stage;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trigger.Candidate;
import java.util.List;

/**
 * The way from samples with vectors to proven triggers: sources propose candidates, the model itself says of each
 * whether it is the cause, and rules decide about all of them together.
 */
public final class Investigation {
    private static final List<CandidateSource> SOURCES =
            List.of(new MinedPatterns(), new JointNames(), new OccludedClusters());
    private static final List<Rule> RULES = List.of(
            new MoreHosts(),
            new FalseDiscoveryRate(),
            new NeighbourRecall(),
            new Suspects(),
            new NaturalParents(),
            new Accomplices(),
            new CarrierProof());

    private final List<CandidateSource> sources;
    private final List<Rule> rules;

    /** With all sources and rules that there are. */
    public Investigation() {
        this(SOURCES, RULES);
    }

    /** With some sources and rules, in the order in which they are asked. */
    public Investigation(List<CandidateSource> sources, List<Rule> rules) {
        this.sources = List.copyOf(sources);
        this.rules = List.copyOf(rules);
    }

    public static List<CandidateSource> sources() {
        return SOURCES;
    }

    public static List<Rule> rules() {
        return RULES;
    }

    /**
     * Outcome.
     *
     * @param findings every candidate that flips the model, the proven ones first
     * @param clusters the densest clusters, for the record
     * @param probes questions asked
     * @param exhausted whether the budget ended before the candidates did
     * @param power of each behaviour, what could have been found
     * @param mined all that was mined and looked at without the model, for the record
     */
    public record Result(
            List<Finding> findings,
            List<Cluster> clusters,
            int probes,
            boolean exhausted,
            List<Power> power,
            List<Mined> mined) {
        public List<Finding> of(Judgement judgement) {
            return findings.stream()
                    .filter(finding -> finding.judgement() == judgement)
                    .toList();
        }
    }

    public Result run(Study study) {
        study.stage(Stage.CLUSTER, 0, 1);
        Docket docket = new Docket(study, OverClustering.find(study.samples(), study.behaviours(), study.seed()));
        for (CandidateSource source : sources) {
            List<MaskedCandidate> proposed = source.propose(docket);
            docket.count(proposed.size());
            prove(proposed, docket);
        }
        List<Finding> findings = docket.findings();
        for (Rule rule : rules) {
            findings = rule.apply(findings, docket);
        }
        return new Result(
                findings,
                docket.clusters(),
                study.probes().spent(),
                study.probes().exhausted(),
                docket.power(),
                docket.mined());
    }

    private static void prove(List<MaskedCandidate> candidates, Docket docket) {
        Study study = docket.study();
        double explained = study.thresholds().rules().explained();
        for (int i = 0; i < candidates.size(); i++) {
            study.stage(Stage.PROVE, i, candidates.size());
            Candidate candidate = candidates.get(i).candidate();
            if (!study.probes().exhausted() && Overlap.part(candidate.carriers(), docket.explained()) < explained) {
                // Carriers that a proven trigger explains would lend their proof to what is natural.
                MaskedCandidate open = candidates.get(i).without(docket.explained(), study.carriers());
                docket.trial()
                        .examine(open)
                        .map(finding -> withCaused(finding, docket))
                        // Refuted at once: what does not stand must not take carriers away from the trigger that does.
                        .map(finding -> NaturalParents.refute(finding, docket))
                        .ifPresent(docket::add);
            }
        }
        study.stage(Stage.PROVE, candidates.size(), candidates.size());
    }

    private static Finding withCaused(Finding finding, Docket docket) {
        Candidate candidate = finding.candidate();
        return finding.isTrigger()
                ? docket.trial()
                        .rejudged(finding, candidate.withCarriers(docket.trial().caused(candidate)))
                : finding;
    }
}
