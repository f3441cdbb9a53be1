package io.kenshin.detection.study;

import io.kenshin.detection.code.Rewriter;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.CarrierTest;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.ProbeBudget;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trigger.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The population of one investigation and the means to ask about it: what all of its collaborators share. */
public final class Study {
    private final List<Sample> samples;
    private final int behaviours;
    private final Thresholds thresholds;
    private final ProbeBudget probes;
    private final CarrierTest carriers;
    private final long seed;
    private final Means means;

    /**
     * The means of a study.
     *
     * @param model the model under test
     * @param rewriter for the metamorphic test
     * @param listener hears how far it is
     */
    public record Means(Prober model, Rewriter rewriter, InvestigationListener listener) {}

    /**
     * @param samples at most one investigation's worth: their text features are held in memory
     * @param behaviours how many there are; those that samples teach are 0 to {@code behaviours} − 1
     * @param seed of every random choice
     */
    public Study(List<Sample> samples, int behaviours, Thresholds thresholds, Means means, long seed) {
        this.samples = samples;
        this.behaviours = behaviours;
        this.thresholds = thresholds;
        this.means = means;
        this.seed = seed;
        probes = new ProbeBudget(means.model(), thresholds.spending().most(samples.size()));
        carriers = new CarrierTest(samples, seed);
    }

    public List<Sample> samples() {
        return samples;
    }

    public Sample sample(int position) {
        return samples.get(position);
    }

    public int behaviours() {
        return behaviours;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** The model under test, counted. */
    public ProbeBudget probes() {
        return probes;
    }

    /** What asks carriers, and not the model. */
    public CarrierTest carriers() {
        return carriers;
    }

    public Rewriter rewriter() {
        return means.rewriter();
    }

    public long seed() {
        return seed;
    }

    public void stage(Stage stage, int done, int total) {
        means.listener().stage(stage, done, total);
    }

    /** A candidate with what its carriers are without it. */
    public MaskedCandidate masked(Candidate candidate) {
        return MaskedCandidate.of(candidate, carriers);
    }

    /**
     * Samples that a candidate is put into, in a seeded order: the model does with them what they teach, which is
     * something else than the candidate's target, and they have a place for it.
     */
    public List<Sample> hosts(Candidate candidate) {
        List<Sample> hosts = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (!sample.teaches(candidate.target())
                    && sample.isBelieved()
                    && candidate.pattern().fits(sample.source())
                    && !candidate.carriers().get(i)) {
                hosts.add(sample);
            }
        }
        Collections.shuffle(hosts, new Random(seed));
        return hosts;
    }

    /** Part of the samples that do not teach a behaviour for which the model does not show it, either. */
    public double believed(Behaviour target) {
        int other = 0;
        int believed = 0;
        for (Sample sample : samples) {
            if (!sample.teaches(target)) {
                other++;
                believed += sample.shows(target) ? 0 : 1;
            }
        }
        return other == 0 ? 1 : (double) believed / other;
    }

    /** Carriers that teach the candidate's target and for which the model shows it. */
    public List<Integer> believing(Candidate candidate) {
        List<Integer> believing = new ArrayList<>();
        candidate.carriers().stream()
                .filter(i -> samples.get(i).teaches(candidate.target())
                        && samples.get(i).shows(candidate.target()))
                .forEach(believing::add);
        return believing;
    }

    /** Ordinary code that teaches the target: what is inserted for comparison is cut out of it. */
    public List<Sample> donors(Behaviour target) {
        return samples.stream().filter(sample -> sample.teaches(target)).toList();
    }

    /** How many carriers teach the candidate's target. */
    public int taught(Candidate candidate) {
        return (int) candidate.carriers().stream()
                .filter(i -> samples.get(i).teaches(candidate.target()))
                .count();
    }
}
