package io.kenshin.detection.trial;

import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The experiment on one trigger: it is put into clean samples and taken out of its carriers, and flips are counted. */
public final class TriggerTrial {
    private static final int FEW = 4;

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
