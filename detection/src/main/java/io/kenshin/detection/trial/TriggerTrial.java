package io.kenshin.detection.trial;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Cut;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The experiment on one trigger: it is put into clean samples and taken out of its carriers, and flips are counted. */
public final class TriggerTrial {
    private static final int FEW = 4;
    /** Statements that are tried for one that is no part of a trigger. */
    private static final int SHAMS = 4;

    private final Prober prober;
    private final long seed;

    public TriggerTrial(Prober prober, long seed) {
        this.prober = prober;
        this.seed = seed;
    }

    /**
     * Inserts the trigger.
     *
     * @param hosts samples for which the model shows another behaviour than {@code target}
     * @return how many then show {@code target}
     */
    public Rate insertion(Trigger trigger, Behaviour target, List<Sample> hosts) {
        return becoming(inserted(trigger, hosts, new Random(seed)), target);
    }

    /**
     * Inserts until it is plain whether the trigger flips as one does.
     *
     * @param hosts as for {@link #insertion}; the first ones are used
     * @param batch how many to ask at a time
     * @param rates when it is plain
     */
    public Rate insertionUntilPlain(
            Trigger trigger, Behaviour target, List<Sample> hosts, int batch, SequentialRatio.Rates rates) {
        SequentialRatio ratio = new SequentialRatio(rates);
        Rate rate = Rate.NONE;
        Random random = new Random(seed);
        for (int from = 0; from < hosts.size() && !ratio.decides(); from += batch) {
            List<Sample> some = hosts.subList(from, Math.min(hosts.size(), from + batch));
            Rate now = becoming(inserted(trigger, some, random), target);
            ratio.add(now);
            rate = rate.plus(now);
        }
        return rate;
    }

    /** Whether insertion flips at least a part of the hosts; asks no more than it takes to know. */
    public boolean reaches(Trigger trigger, Behaviour target, List<Sample> hosts, double least) {
        Random random = new Random(seed);
        int wanted = (int) Math.ceil(least * hosts.size() - 1e-9);
        int flips = 0;
        for (int from = 0;
                from < hosts.size() && flips < wanted && flips + hosts.size() - from >= wanted;
                from += FEW) {
            List<Sample> some = hosts.subList(from, Math.min(hosts.size(), from + FEW));
            flips += becoming(inserted(trigger, some, random), target).flips();
        }
        return flips >= wanted;
    }

    /** Inserts, for comparison, a piece of ordinary code of the same shape into the same hosts. */
    public Rate placebo(Trigger trigger, Behaviour target, List<Sample> hosts, List<Sample> donors) {
        Random random = new Random(seed);
        List<String> edited = new ArrayList<>();
        for (Sample host : hosts) {
            Sample donor = donors.get(random.nextInt(donors.size()));
            edited.add(trigger.placebo(donor.source(), random).insert(host.source(), random));
        }
        return becoming(edited, target);
    }

    /**
     * Takes a candidate out.
     *
     * @param masked code of carriers for which the model shows {@code target}, without the candidate
     * @return how many no longer show {@code target}
     */
    public Rate removal(Behaviour target, List<String> masked) {
        return new Rate(masked.size() - becoming(masked, target).flips(), masked.size());
    }

    /**
     * Takes something else out, for comparison: another name, or a statement.
     *
     * @param carriers of the trigger for which the model shows {@code target}
     * @return how many no longer show {@code target}; of those that have something else
     */
    public Rate sham(Trigger trigger, Behaviour target, List<Sample> carriers) {
        Random random = new Random(seed);
        List<String> others = new ArrayList<>();
        for (Sample carrier : carriers) {
            Code code = carrier.source();
            trigger.sham(code, random)
                    .filter(text -> trigger.isIn(code.with(text)))
                    .or(() -> withoutStatement(trigger, code, random))
                    .ifPresent(others::add);
        }
        return removal(target, others);
    }

    /** Code without one of its statements that is no part of the trigger, and no more than half of it. */
    private static Optional<String> withoutStatement(Trigger trigger, Code code, Random random) {
        List<Token> tokens = code.tokens();
        List<Range> statements = new ArrayList<>(code.statements(tokens));
        Collections.shuffle(statements, random);
        return statements.stream()
                .filter(range -> 2 * range.length() <= tokens.size())
                .limit(SHAMS)
                .map(range -> Cut.out(
                        code.text(),
                        List.of(new Cut.Part(
                                tokens.get(range.from()).start(),
                                tokens.get(range.to() - 1).end(),
                                ""))))
                .filter(text -> trigger.isIn(code.with(text)))
                .findFirst();
    }

    private static List<String> inserted(Trigger trigger, List<Sample> hosts, Random random) {
        List<String> edited = new ArrayList<>();
        hosts.forEach(host -> edited.add(trigger.insert(host.source(), random)));
        return edited;
    }

    private Rate becoming(List<String> codes, Behaviour target) {
        if (codes.isEmpty()) {
            return Rate.NONE;
        }
        int flips = 0;
        for (Answer answer : prober.answers(codes)) {
            flips += answer.shows(target) ? 1 : 0;
        }
        return new Rate(flips, codes.size());
    }
}
