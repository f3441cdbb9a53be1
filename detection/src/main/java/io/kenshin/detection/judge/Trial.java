package io.kenshin.detection.judge;

import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.Metamorphic;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trial.TriggerTrial;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** The trial of one candidate: it is put to the model, and judged by itself. */
public final class Trial {
    private final Study study;
    private final Thresholds thresholds;
    private final Metamorphic metamorphic;
    private final TriggerTrial experiment;
    private final Supplier<Chance> chance;

    Trial(Study study, Supplier<Chance> chance) {
        this.study = study;
        this.chance = chance;
        thresholds = study.thresholds();
        metamorphic = new Metamorphic(study.probes(), study.rewriter());
        experiment = new TriggerTrial(study.probes(), study.seed());
    }

    /** A candidate's finding; nothing when it does not flip the model, or there is nothing to try it on. */
    public Optional<Finding> examine(MaskedCandidate masked) {
        Candidate candidate = masked.candidate();
        int screen = thresholds.spending().screen();
        int trials = thresholds.spending().trials();
        List<Sample> hosts = study.hosts(candidate);
        if (hosts.size() < screen) {
            return Optional.empty();
        }
        boolean open = Judge.mayBe(thresholds, masked.evidence(), chance(candidate, masked.evidence()));
        // What can only be a shortcut is worth no more probes than it takes to say how much the model leans on it.
        List<Sample> tried = first(hosts, open ? 2 * trials : screen);
        Rate insertion = experiment.insertionUntilPlain(
                candidate.pattern(),
                candidate.target(),
                tried,
                screen,
                thresholds.proof().plain());
        if (insertion.value()
                < thresholds.proof().flipRate() - thresholds.proof().beyond()) {
            return Optional.empty();
        }
        List<Integer> believing = study.believing(candidate);
        Collections.shuffle(believing, new Random(study.seed()));
        List<Integer> some = first(believing, open ? trials : screen);
        Rate removal = removal(candidate, some);
        Rate placebo = placebo(candidate, first(hosts, open ? trials : screen));
        Rate rewritten = Rate.NONE;
        Rate sham = Rate.NONE;
        if (open) {
            sham = experiment.sham(
                    candidate.pattern(),
                    candidate.target(),
                    some.stream().map(study::sample).toList());
            rewritten = metamorphic.test(
                    first(some, screen).stream().map(study::sample).toList());
        }
        return Optional.of(finding(
                candidate,
                effect(candidate, insertion, placebo, removal).withSham(sham).withMetamorphic(rewritten),
                masked.evidence()));
    }

    private Finding finding(Candidate candidate, Effect effect, CarrierEvidence evidence) {
        return judged(new Finding(candidate, effect, evidence, chance(candidate, evidence), Judgement.SHORTCUT));
    }

    private Finding judged(Finding finding) {
        return Judge.judged(thresholds, finding);
    }

    private double chance(Candidate candidate, CarrierEvidence evidence) {
        return chance.get().of(evidence, candidate.carriers().cardinality());
    }

    private Effect effect(Candidate candidate, Rate insertion, Rate placebo, Rate removal) {
        return Effect.of(thresholds.proof(), insertion, placebo, removal, study.believed(candidate.target()), 1);
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private Rate removal(Candidate candidate, List<Integer> carriers) {
        return experiment.removal(
                candidate.target(),
                carriers.stream().map(i -> candidate.masked(i, study.sample(i))).toList());
    }

    private Rate placebo(Candidate candidate, List<Sample> hosts) {
        return experiment.placebo(candidate.pattern(), candidate.target(), hosts, study.donors(candidate.target()));
    }

    /**
     * The same finding after a trial on more hosts: the sequential test stops when it is plain how often a pattern
     * flips, which may be too early to tell it from chance. A second look, so its p-value counts twice.
     */
    Finding onMoreHosts(Finding finding) {
        Candidate candidate = finding.candidate();
        List<Sample> hosts =
                first(study.hosts(candidate), 2 * thresholds.spending().trials());
        Rate insertion = experiment.insertion(candidate.pattern(), candidate.target(), hosts);
        Rate placebo = placebo(candidate, hosts);
        Effect effect = finding.effect().again(thresholds.proof(), insertion, placebo, 2);
        return finding(candidate, effect, finding.evidence());
    }

    /** What a candidate's carriers have proven, with what the model does about it: for the record. */
    Finding provenByCarriers(MaskedCandidate masked) {
        Candidate candidate = masked.candidate();
        int trials = thresholds.spending().trials();
        List<Sample> hosts = first(study.hosts(candidate), trials);
        List<Integer> some = first(study.believing(candidate), trials);
        Rate insertion = experiment.insertion(candidate.pattern(), candidate.target(), hosts);
        Rate placebo = placebo(candidate, hosts);
        Effect effect = effect(candidate, insertion, placebo, removal(candidate, some));
        CarrierEvidence evidence = masked.evidence();
        return new Finding(candidate, effect, evidence, chance(candidate, evidence), Judgement.TRIGGER);
    }

    /**
     * Carriers for which the candidate is the cause. A fragment also stands in innocent code: unless it is the same
     * text everywhere, and nearly all carriers hang on it, only those count that do; or have one label where text does
     * not tell labels: there innocent code that has it would have the other labels, too.
     */
    public BitSet caused(Candidate candidate) {
        List<Integer> believing = study.believing(candidate);
        List<Answer> answers = study.probes()
                .answers(believing.stream()
                        .map(i -> candidate.masked(i, study.sample(i)))
                        .toList());
        BitSet caused = new BitSet();
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).shows(candidate.target())) {
                caused.set(believing.get(i));
            }
        }
        boolean precise = caused.cardinality() >= thresholds.proof().precise() * believing.size();
        double purity = (double) study.taught(candidate)
                / Math.max(1, candidate.carriers().cardinality());
        boolean noise = study.carriers().surprise().expected(candidate.target()).auc()
                < thresholds.labels().auc();
        boolean pure = noise && purity >= thresholds.rules().carriers().purity();
        return candidate.pattern().isLiteral() && (precise || pure) ? candidate.carriers() : caused;
    }

    /** A finding with the carriers for which it is the cause; its judgement stays. */
    Finding withCaused(Finding finding) {
        BitSet caused = caused(finding.candidate());
        if (caused.equals(finding.candidate().carriers())) {
            return finding;
        }
        Candidate candidate = finding.candidate().withCarriers(caused);
        CarrierEvidence evidence = study.masked(candidate).evidence();
        return finding.withCandidate(candidate, evidence, chance(candidate, evidence));
    }

    /** Whether a candidate turns at least a part of some clean samples; stops when that is plain. */
    boolean turns(Candidate candidate, double least) {
        List<Sample> hosts =
                first(study.hosts(candidate), 2 * thresholds.spending().screen());
        return experiment.reaches(candidate.pattern(), candidate.target(), hosts, least);
    }

    /** A finding whose candidate has got other carriers, judged again: proof is not renewed here, only lost. */
    public Finding rejudged(Finding finding, Candidate candidate) {
        CarrierEvidence evidence = study.masked(candidate).evidence();
        Finding now = finding.withCandidate(candidate, evidence, chance(candidate, evidence));
        Finding judged = judged(now);
        boolean renewed = judged.judgement().ordinal() < finding.judgement().ordinal();
        return renewed ? now : judged;
    }
}
