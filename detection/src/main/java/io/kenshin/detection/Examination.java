package io.kenshin.detection;

import io.kenshin.detection.CandidatePool.Screened;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.cause.Metamorphic;
import io.kenshin.detection.cause.Prober;
import io.kenshin.detection.cause.TriggerTrial;
import io.kenshin.detection.cause.TriggerTrial.Rate;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Rewriter;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.maths.Tests;
import io.kenshin.detection.trigger.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Puts one candidate to the model. */
final class Examination {
    /** Tries after which a candidate that does not flip is let go. */
    static final int SCREEN = 8;

    static final int PERMUTATIONS = 40;
    /** Beyond this, the model need not be asked; {@link Judge#NATURAL_AUC} is for what it was asked about. */
    private static final double PLAINLY_NATURAL_AUC = 0.95;
    /** Part of the carriers that must hang on a pattern for it to be taken at its word. */
    private static final double PRECISE = 0.85;

    private final InvestigationSettings settings;
    private final Prober prober;
    private final Metamorphic metamorphic;
    private final List<Sample> samples;
    private final Exchangeability exchangeability;
    private final TriggerTrial trial;

    Examination(
            InvestigationSettings settings,
            Prober prober,
            Rewriter rewriter,
            List<Sample> samples,
            Exchangeability exchangeability) {
        this.settings = settings;
        this.prober = prober;
        metamorphic = new Metamorphic(prober, rewriter);
        this.samples = samples;
        this.exchangeability = exchangeability;
        trial = new TriggerTrial(prober, settings.seed());
    }

    /** Whether the carriers are plainly tied to their context. */
    boolean isNatural(Exchangeability.Result exchange) {
        return exchange.gap() < settings.gap() / 2 || exchange.otherAuc() > PLAINLY_NATURAL_AUC;
    }

    /** Samples of other labels that the model gets right and that have a place for it, in a seeded order: where a candidate is put. */
    List<Sample> hosts(Candidate candidate) {
        List<Sample> hosts = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.label() != candidate.target()
                    && sample.predicted() == sample.label()
                    && candidate.pattern().fits(sample.code())
                    && !candidate.carriers().get(i)) {
                hosts.add(sample);
            }
        }
        Collections.shuffle(hosts, new Random(settings.seed()));
        return hosts;
    }

    private List<Sample> hosts(Candidate candidate, int most) {
        List<Sample> hosts = hosts(candidate);
        return hosts.subList(0, Math.min(hosts.size(), most));
    }

    /** @param exchange the screening's result for the candidate */
    @Nullable
    Finding examine(Candidate candidate, Exchangeability.Result exchange) {
        int target = candidate.target();
        List<Sample> hosts = hosts(candidate);
        if (hosts.size() < SCREEN) {
            return null;
        }
        boolean natural = isNatural(exchange);
        // What is plainly natural is worth no more probes than it takes to say how much the model leans on it.
        int tries = natural ? SCREEN : Math.min(hosts.size(), 2 * settings.trials());
        Rate insertion = trial.insertionUntilPlain(candidate.pattern(), target, hosts.subList(0, tries), SCREEN);
        if (insertion.value() < settings.flipRate() - Judge.BEYOND) {
            return null;
        }
        List<Integer> believing = believing(candidate);
        Collections.shuffle(believing, new Random(settings.seed()));
        List<Integer> some = believing.subList(0, Math.min(natural ? SCREEN : settings.trials(), believing.size()));
        Rate removal = removal(candidate, some);
        int placebos = Math.min(hosts.size(), natural ? SCREEN : settings.trials());
        Rate placebo = trial.placebo(candidate.pattern(), target, hosts.subList(0, placebos), donors(candidate));
        Rate rewritten = new Rate(0, 0);
        Exchangeability.Result full = exchange;
        if (!natural) {
            full = exchangeability.test(candidate, PERMUTATIONS);
            rewritten = metamorphic.test(some.subList(0, Math.min(SCREEN, some.size())).stream()
                    .map(samples::get)
                    .toList());
        }
        Finding finding = new Finding(
                candidate,
                insertion,
                placebo,
                removal,
                full,
                rewritten,
                p(insertion, placebo, full),
                Judgement.SHORTCUT);
        return finding.judged(Judge.judge(settings, finding));
    }

    /**
     * Carriers for which the candidate is the cause. A fragment also stands in innocent code: unless it is the same text
     * everywhere and nearly all carriers hang on it, only those count that do.
     */
    BitSet caused(Candidate candidate) {
        List<Integer> believing = believing(candidate);
        float[][] logits = prober.logits(
                believing.stream().map(i -> candidate.masked(i, samples.get(i))).toList());
        BitSet caused = new BitSet();
        for (int i = 0; i < logits.length; i++) {
            if (Sample.argmax(logits[i]) != candidate.target()) {
                caused.set(believing.get(i));
            }
        }
        boolean literal = candidate.pattern().abstraction() == Abstraction.NONE;
        return literal && caused.cardinality() >= PRECISE * believing.size() ? candidate.carriers() : caused;
    }

    /**
     * Whether kin may be recalled with a trigger. One that matches to the letter does not vary: what is only like it has
     * to be foreign by itself, and natural code is often like it.
     */
    boolean mayWiden(Candidate proven, Candidate wider) {
        if (!proven.exact() || proven.pattern().abstraction() != Abstraction.NONE) {
            return true;
        }
        BitSet more = Overlap.without(wider.carriers(), proven.carriers());
        return more.cardinality() >= Judge.LEAST_CARRIERS
                && Judge.isForeign(settings, exchangeability.test(wider.only(more), 0));
    }

    /** How well a candidate's carriers, without it, can be told from other labels. */
    double otherAuc(Candidate candidate) {
        return exchangeability.test(candidate, 0).otherAuc();
    }

    /** Whether a candidate turns at least a part of some clean samples; stops when that is plain. */
    boolean turns(Candidate candidate, double least) {
        return trial.reaches(candidate.pattern(), candidate.target(), hosts(candidate, 2 * SCREEN), least);
    }

    /**
     * Tries on more hosts what meets every threshold but may be chance among so many: the sequential test stops when it
     * is plain how often a pattern flips, which may be too early for that. A second look, so its p-value counts twice.
     */
    Finding firmer(Finding finding) {
        Candidate candidate = finding.candidate();
        List<Sample> hosts = hosts(candidate, 2 * settings.trials());
        Rate insertion = trial.insertion(candidate.pattern(), candidate.target(), hosts);
        Rate placebo = trial.placebo(candidate.pattern(), candidate.target(), hosts, donors(candidate));
        Exchangeability.Result exchange = exchangeability.test(candidate, PERMUTATIONS);
        Finding firmer = new Finding(
                candidate,
                insertion,
                placebo,
                finding.removal(),
                exchange,
                finding.metamorphic(),
                Math.min(1, 2 * p(insertion, placebo, exchange)),
                Judgement.SHORTCUT);
        return firmer.judged(Judge.judge(settings, firmer));
    }

    /** What its carriers have proven, with what the model does about it: for the record. */
    Finding relabelled(Screened screened) {
        Candidate candidate = screened.candidate();
        List<Sample> hosts = hosts(candidate, settings.trials());
        List<Integer> some = believing(candidate);
        some = some.subList(0, Math.min(settings.trials(), some.size()));
        return new Finding(
                candidate,
                trial.insertion(candidate.pattern(), candidate.target(), hosts),
                trial.placebo(candidate.pattern(), candidate.target(), hosts, donors(candidate)),
                removal(candidate, some),
                screened.exchange(),
                new Rate(0, 0),
                screened.exchange().p(),
                Judgement.TRIGGER);
    }

    /** Carriers with the candidate's label that the model takes to have it. */
    private List<Integer> believing(Candidate candidate) {
        List<Integer> believing = new ArrayList<>();
        candidate.carriers().stream()
                .filter(i -> samples.get(i).label() == candidate.target()
                        && samples.get(i).predicted() == candidate.target())
                .forEach(believing::add);
        return believing;
    }

    private Rate removal(Candidate candidate, List<Integer> carriers) {
        return trial.removal(
                candidate.target(),
                carriers.stream().map(i -> candidate.masked(i, samples.get(i))).toList());
    }

    /** Ordinary code of the target's label: what is inserted for comparison. */
    private List<Sample> donors(Candidate candidate) {
        return samples.stream()
                .filter(sample -> sample.label() == candidate.target())
                .toList();
    }

    /** The claim needs both, so it is the larger. */
    private static double p(Rate insertion, Rate placebo, Exchangeability.Result exchange) {
        double flips = Tests.fisher(insertion.flips(), insertion.tries(), placebo.flips(), placebo.tries());
        return Math.max(flips, exchange.p());
    }

    /** Judges again what has got other carriers. */
    Finding again(Finding finding, Candidate candidate) {
        Finding now = finding.with(candidate, exchangeability.test(candidate, 0));
        Judgement judgement = Judge.judge(settings, now);
        // Proof is not renewed here, only lost.
        boolean stands = judgement.ordinal() < finding.judgement().ordinal();
        return now.judged(stands ? finding.judgement() : judgement);
    }
}
