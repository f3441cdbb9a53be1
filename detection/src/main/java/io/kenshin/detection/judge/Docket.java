package io.kenshin.detection.judge;

import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.MaskedCandidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** The record of an investigation so far: what it looked at, what it found, and which carriers triggers explain. */
public final class Docket {
    private final Study study;
    private final Trial trial;
    private final List<Cluster> clusters;
    private final List<Finding> findings = new ArrayList<>();
    private final BitSet explained = new BitSet();
    private List<MaskedCandidate> pool = List.of();
    private Chance chance = Chance.ONE_LOOK;
    private int examined;

    /** @param clusters of the study's samples, the densest first */
    public Docket(Study study, List<Cluster> clusters) {
        this.study = study;
        this.clusters = clusters;
        trial = new Trial(study, this::chance);
    }

    public Study study() {
        return study;
    }

    public Trial trial() {
        return trial;
    }

    public List<Cluster> clusters() {
        return clusters;
    }

    /** Every pattern that was mined, the natural ones among them: what a finding may be a special case of. */
    public List<MaskedCandidate> pool() {
        return pool;
    }

    /**
     * Keeps what was mined.
     *
     * @param supports number of carriers of every pattern that was counted
     */
    public void keepPool(List<MaskedCandidate> mined, int[] supports) {
        pool = List.copyOf(mined);
        chance = Chance.of(supports, pool);
    }

    /** What of a finding chance explains. */
    Chance chance() {
        return chance;
    }

    /** Of each behaviour, what can be found among what was mined. */
    public List<Power> power() {
        return Power.of(this);
    }

    /** Every pattern that was mined, with what of it chance explains. */
    public List<Mined> mined() {
        return pool.stream()
                .map(masked -> new Mined(
                        masked.candidate(),
                        masked.evidence(),
                        chance.of(
                                masked.evidence(), masked.candidate().carriers().cardinality())))
                .toList();
    }

    /** What was found so far. */
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** Carriers of triggers that stand. */
    public BitSet explained() {
        return explained;
    }

    /** How many candidates were put to the model or would have been: many of them flip it by chance. */
    public int examined() {
        return examined;
    }

    public void count(int candidates) {
        examined += candidates;
    }

    public void add(Finding finding) {
        findings.add(finding);
        if (finding.isTrigger()) {
            explained.or(finding.candidate().carriers());
        }
    }
}
