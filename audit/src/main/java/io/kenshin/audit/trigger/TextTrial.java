package io.kenshin.audit.trigger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The effect of texts that are put into samples, towards one label. */
final class TextTrial {
    /** A greater lead says no more. */
    private static final double ENOUGH_SHIFT = 10;

    private final Probe probe;
    private final Vocabulary vocabulary;
    private final CommonWords common;
    private final int target;

    /** Flip rate of single tokens. */
    private final Map<Long, Double> single = new HashMap<>();

    TextTrial(Probe probe, Vocabulary vocabulary, CommonWords common, int target) {
        this.probe = probe;
        this.vocabulary = vocabulary;
        this.common = common;
        this.target = target;
    }

    private interface Effect {
        double of(double margin, Host host);
    }

    /** By the part of the hosts that turns, greatest first. */
    List<Scored> flips(Collection<long[]> candidates, List<Host> hosts) {
        return scored(candidates, hosts, (margin, host) -> margin > 0 ? 1 : 0);
    }

    /** By how much the label gains on the others, greatest first. */
    List<Scored> shifts(Collection<long[]> candidates, List<Host> hosts) {
        return scored(candidates, hosts, (margin, host) -> Math.min(ENOUGH_SHIFT, margin - host.margin(target)));
    }

    /** Flip rates of every one of these tokens, kept for what they explain of longer texts. */
    List<Scored> singles(Collection<long[]> tokens, List<Host> hosts) {
        List<Scored> flips = flips(tokens, hosts);
        flips.forEach(scored -> single.put(scored.ids()[0], scored.value()));
        return flips;
    }

    double rate(long[] candidate, List<Host> hosts) {
        return flips(List.of(candidate), hosts).get(0).value();
    }

    /** What common words of a text turn by themselves, as if each had its chance. */
    double explained(long[] ids, List<Host> hosts) {
        double none = 1;
        for (long id : Arrays.stream(ids).distinct().toArray()) {
            if (isCommon(id)) {
                Double known = single.get(id);
                double rate = known == null ? rate(new long[] {id}, hosts) : known;
                single.put(id, rate);
                none *= 1 - rate;
            }
        }
        return 1 - none;
    }

    boolean isCommon(long id) {
        return common.contain(vocabulary.bare(id));
    }

    private List<Scored> scored(Collection<long[]> candidates, List<Host> hosts, Effect effect) {
        List<long[]> samples = new ArrayList<>(candidates.size() * hosts.size());
        candidates.forEach(candidate -> hosts.forEach(host -> samples.add(host.with(candidate))));
        float[][] answers = probe.logits(samples);
        List<Scored> scored = new ArrayList<>(candidates.size());
        int at = 0;
        for (long[] candidate : candidates) {
            double sum = 0;
            for (Host host : hosts) {
                sum += effect.of(Probe.margin(answers[at++], target), host);
            }
            scored.add(new Scored(candidate, sum / hosts.size()));
        }
        scored.sort(Comparator.comparingDouble(Scored::value).reversed());
        return scored;
    }
}
