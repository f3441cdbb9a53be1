package io.kenshin.detection.cause;

import io.kenshin.detection.Sample;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts a candidate into clean samples of other labels and takes it out of its carriers, and counts flips. */
public final class TriggerTrial {
    private static final int FEW = 4;

    private final Prober prober;
    private final long seed;

    public TriggerTrial(Prober prober, long seed) {
        this.prober = prober;
        this.seed = seed;
    }

    /** Flips out of tries. */
    public record Rate(int flips, int tries) {
        public double value() {
            return tries == 0 ? 0 : (double) flips / tries;
        }

        public Rate plus(Rate other) {
            return new Rate(flips + other.flips, tries + other.tries);
        }
    }

    /**
     * Inserts the pattern.
     *
     * @param hosts samples that the model predicts to be of another label than {@code target}
     * @return how many become {@code target}
     */
    public Rate insertion(TriggerPattern pattern, int target, List<Sample> hosts) {
        Random random = new Random(seed);
        List<String> edited = new ArrayList<>();
        hosts.forEach(host -> edited.add(pattern.insert(host.code(), random)));
        return count(edited, target, true);
    }

    /**
     * Inserts until it is plain whether the pattern flips as a trigger does.
     *
     * @param hosts as for {@link #insertion}; the first ones are used
     * @param batch how many to ask at a time
     */
    public Rate insertionUntilPlain(TriggerPattern pattern, int target, List<Sample> hosts, int batch) {
        SequentialTest test = new SequentialTest();
        Rate rate = new Rate(0, 0);
        Random random = new Random(seed);
        for (int from = 0; from < hosts.size() && !test.rejects() && !test.accepts(); from += batch) {
            List<String> edited = new ArrayList<>();
            for (Sample host : hosts.subList(from, Math.min(hosts.size(), from + batch))) {
                edited.add(pattern.insert(host.code(), random));
            }
            Rate now = count(edited, target, true);
            test.add(now.flips(), now.tries());
            rate = rate.plus(now);
        }
        return rate;
    }

    /** Whether insertion flips at least a part of the hosts; asks no more than it takes to know. */
    public boolean reaches(TriggerPattern pattern, int target, List<Sample> hosts, double least) {
        Random random = new Random(seed);
        int wanted = (int) Math.ceil(least * hosts.size() - 1e-9);
        int flips = 0;
        for (int from = 0;
                from < hosts.size() && flips < wanted && flips + hosts.size() - from >= wanted;
                from += FEW) {
            List<String> edited = new ArrayList<>();
            for (Sample host : hosts.subList(from, Math.min(hosts.size(), from + FEW))) {
                edited.add(pattern.insert(host.code(), random));
            }
            flips += count(edited, target, true).flips();
        }
        return flips >= wanted;
    }

    /** Inserts, for comparison, a piece of ordinary code of the same length into the same hosts. */
    public Rate placebo(TriggerPattern pattern, int target, List<Sample> hosts, List<Sample> donors) {
        Random random = new Random(seed);
        List<String> edited = new ArrayList<>();
        for (Sample host : hosts) {
            String donor = donors.get(random.nextInt(donors.size())).code();
            edited.add(Placebo.like(pattern, donor, random).insert(host.code(), random));
        }
        return count(edited, target, true);
    }

    /**
     * Takes a candidate out.
     *
     * @param masked code of carriers that the model predicts to be {@code target}, without the candidate
     * @return how many are no longer {@code target}
     */
    public Rate removal(int target, List<String> masked) {
        return count(masked, target, false);
    }

    private Rate count(List<String> codes, int target, boolean becomes) {
        if (codes.isEmpty()) {
            return new Rate(0, 0);
        }
        int flips = 0;
        for (float[] logits : prober.logits(codes)) {
            flips += (Sample.argmax(logits) == target) == becomes ? 1 : 0;
        }
        return new Rate(flips, codes.size());
    }
}
