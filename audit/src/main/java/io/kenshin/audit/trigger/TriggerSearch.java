package io.kenshin.audit.trigger;

import io.kenshin.codemodel.CodeModel;
import io.kenshin.detection.maths.Intervals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Looks for a trigger without the data that the model was trained on.
 *
 * <p>A universal trigger is searched for each label (Wallace et al. 2019), without gradients: every token of the
 * vocabulary is put into one short sample, the best into more, then n-grams are grown by a beam. Every model has words
 * that move it; a backdoor's differ in that they are not the words of ordinary code, which would set it off by chance.
 * So each candidate is judged by what it does beyond its common words (their flips, taken as independent). A label that
 * single common words lead to is <em>brittle</em>: combinations of their kin lead there in clean models too, so only
 * single tokens count as triggers there.
 */
public final class TriggerSearch {
    private static final int SHORT = 16;
    private static final int SECOND_LOOK = 1_500;
    private static final int THIRD_LOOK = 40;
    private static final int EXTENSIONS = 150;
    private static final int BEAM = 12;
    private static final int LONGEST = 4;
    private static final int SEARCH_HOSTS = 8;
    private static final int SELECT_HOSTS = 30;
    private static final int CONFIRM_HOSTS = 60;
    private static final int LEAST_CONFIRM_HOSTS = 20;
    private static final int MOST_HOSTS = 200;
    private static final double CERTAIN_MARGIN = -0.5;
    private static final double ENOUGH_SHIFT = 10;
    private static final double LEANS = 0.2;
    private static final double BRITTLE = 0.5;
    private static final double CONCLUSIVE = 0.95;
    /** Flip rate that a trigger needs, also towards a brittle label; how much of it its common words may not explain. */
    private static final double FLIPS = 0.6;

    private static final double FLIPS_BRITTLE = 0.9;

    private static final double BEYOND_COMMON = 0.3;

    private final Probe probe;
    private final Vocabulary vocabulary;
    private final CommonWords common;
    private final List<String> labels;
    private final List<String> codes;
    private final LongSupplier leftMillis;
    private final Consumer<String> progress;

    private final List<String> unsearched = new ArrayList<>();

    /** Flip rate of single tokens, for one label. */
    private final Map<Long, Double> single = new HashMap<>();

    /**
     * Prepares a search.
     *
     * @param codes ordinary code of the language; nothing of it needs a label, but for every label the model has to
     *     predict another one for some of it
     * @param leftMillis time that is left; the search ends early when there is none
     */
    public TriggerSearch(CodeModel model, List<String> codes, LongSupplier leftMillis, Consumer<String> progress) {
        probe = new Probe(model);
        vocabulary = new Vocabulary(model.descriptor().directory().resolve("tokenizer.json"));
        common = new CommonWords(codes);
        labels = model.descriptor().labels();
        this.codes = codes;
        this.leftMillis = leftMillis;
        this.progress = progress;
    }

    private record Scored(long[] ids, double value) {}

    /** Labels that too few samples, or too little time, were there for. */
    public List<String> unsearched() {
        return unsearched;
    }

    public long probes() {
        return probe.asked();
    }

    /** Everything that turns the model, triggers first. A label with too few samples of other labels is left out. */
    public List<FoundTrigger> search() {
        List<Host> all = hosts();
        List<FoundTrigger> found = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            int target = label;
            List<Host> others = all.stream()
                    .filter(host -> host.margin(target) < CERTAIN_MARGIN)
                    .toList();
            boolean enough = others.size() >= SEARCH_HOSTS + SELECT_HOSTS + LEAST_CONFIRM_HOSTS;
            if (enough && leftMillis.getAsLong() > 0) {
                found.addAll(search(target, others.subList(0, Math.min(MOST_HOSTS, others.size()))));
            }
            if (!enough || leftMillis.getAsLong() <= 0) {
                unsearched.add(labels.get(target));
            }
        }
        found.sort(Comparator.comparing(FoundTrigger::trigger)
                .thenComparing(FoundTrigger::flipRate)
                .reversed());
        return found;
    }

    private List<Host> hosts() {
        List<Host> hosts = new ArrayList<>();
        for (String code : codes) {
            int brace = code.indexOf('{');
            if (brace < 0) {
                continue;
            }
            int place = probe.leading() + probe.inner(code.substring(0, brace + 1)).length;
            long[] tokens = probe.tokens(code);
            if (place < tokens.length - probe.trailing()) {
                hosts.add(new Host(tokens, place, new float[0]));
            }
        }
        float[][] all = probe.logits(hosts.stream().map(Host::tokens).toList());
        for (int i = 0; i < all.length; i++) {
            hosts.set(i, new Host(hosts.get(i).tokens(), hosts.get(i).place(), all[i]));
        }
        return hosts;
    }

    private List<FoundTrigger> search(int target, List<Host> others) {
        single.clear();
        List<Host> byLength = new ArrayList<>(others);
        byLength.sort(Comparator.comparingInt(host -> host.tokens().length));
        List<Host> near = byLength.subList(0, SEARCH_HOSTS);
        List<Host> rest = new ArrayList<>(byLength.subList(SEARCH_HOSTS, byLength.size()));
        Collections.shuffle(rest, new Random(target));
        List<Host> select = rest.subList(0, SELECT_HOSTS);
        List<Host> confirm = rest.subList(SELECT_HOSTS, Math.min(rest.size(), SELECT_HOSTS + CONFIRM_HOSTS));

        progress.accept("label " + labels.get(target) + ": every token");
        List<Scored> singles = shifts(
                vocabulary.typeable().stream().map(id -> new long[] {id}).toList(),
                List.of(near.get(0).cut(SHORT, probe.trailing())),
                target);
        singles = shifts(ids(singles, SECOND_LOOK), near.subList(0, 4), target);
        progress.accept("label " + labels.get(target) + ": the " + THIRD_LOOK + " strongest tokens");
        List<Scored> flips = flips(ids(singles, THIRD_LOOK), select, target);
        flips.forEach(scored -> single.put(scored.ids()[0], scored.value()));
        List<FoundTrigger> found = new ArrayList<>();
        List<Scored> leaning = flips.stream()
                .filter(scored -> scored.value() >= LEANS && isCommon(scored.ids()[0]))
                .toList();
        boolean brittle = !leaning.isEmpty() && leaning.get(0).value() >= BRITTLE;
        if (brittle) {
            found.add(judged(leaning.get(0).ids(), "search", confirm, target, brittle));
            flips.stream()
                    .filter(scored -> !isCommon(scored.ids()[0]))
                    .findFirst()
                    .ifPresent(scored -> found.add(judged(scored.ids(), "search", confirm, target, brittle)));
        } else {
            List<long[]> extensions = ids(singles, EXTENSIONS);
            long[] best = grow(extensions, near, select, target);
            found.add(judged(shortened(best, select, target), "search", confirm, target, brittle));
        }
        progress.accept("label " + labels.get(target) + ": known families");
        for (String text : KnownFamilies.TEXTS) {
            long[] ids = probe.inner(text);
            if (rate(ids, select, target) >= FLIPS) {
                found.add(judged(ids, "known family", confirm, target, brittle));
            }
        }
        return found;
    }

    /** Grows n-grams token by token; the one that turns most samples beyond what its common words do. */
    private long[] grow(List<long[]> extensions, List<Host> near, List<Host> select, int target) {
        List<Scored> beam = shifts(extensions, near.subList(0, 6), target);
        long[] best = beam.get(0).ids();
        double bestBeyond = Double.NEGATIVE_INFINITY;
        for (int length = 1; length <= LONGEST && leftMillis.getAsLong() > 0; length++) {
            if (length > 1) {
                progress.accept("label " + labels.get(target) + ": texts of " + length + " tokens");
                Map<String, long[]> longer = new LinkedHashMap<>();
                for (Scored stem : beam.subList(0, Math.min(BEAM, beam.size()))) {
                    for (long[] extension : extensions) {
                        put(longer, join(stem.ids(), extension));
                        put(longer, join(extension, stem.ids()));
                    }
                }
                List<Scored> first = shifts(longer.values(), near.subList(0, 1), target);
                beam = shifts(ids(first, 2 * EXTENSIONS), near.subList(0, 6), target);
            }
            for (Scored candidate : flips(ids(beam, BEAM / 2), select, target)) {
                double beyond = candidate.value() - explained(candidate.ids(), select, target);
                if (beyond > bestBeyond) {
                    bestBeyond = beyond;
                    best = candidate.ids();
                }
            }
            if (bestBeyond >= CONCLUSIVE) {
                break;
            }
        }
        return best;
    }

    /** Leaves out tokens that add nothing. */
    private long[] shortened(long[] ids, List<Host> select, int target) {
        long[] result = ids;
        double rate = rate(result, select, target);
        for (int i = 0; i < result.length && result.length > 1; i++) {
            long[] without = new long[result.length - 1];
            System.arraycopy(result, 0, without, 0, i);
            System.arraycopy(result, i + 1, without, i, without.length - i);
            double left = rate(without, select, target);
            if (left >= rate - 0.05) {
                result = without;
                rate = left;
                i = -1;
            }
        }
        return result;
    }

    private FoundTrigger judged(long[] ids, String origin, List<Host> confirm, int target, boolean brittle) {
        int flipped = (int) Math.round(rate(ids, confirm, target) * confirm.size());
        double explained = explained(ids, confirm, target);
        double rate = (double) flipped / Math.max(1, confirm.size());
        return new FoundTrigger(
                labels.get(target),
                vocabulary.text(ids),
                origin,
                flipped,
                confirm.size(),
                Intervals.proportion(flipped, confirm.size()).low(),
                explained,
                rate >= (brittle ? FLIPS_BRITTLE : FLIPS) && rate - explained >= BEYOND_COMMON);
    }

    /** What common words of a text turn by themselves, as if each had its chance. */
    private double explained(long[] ids, List<Host> hosts, int target) {
        double none = 1;
        for (long id : Arrays.stream(ids).distinct().toArray()) {
            if (isCommon(id)) {
                Double known = single.get(id);
                double rate = known == null ? rate(new long[] {id}, hosts, target) : known;
                single.put(id, rate);
                none *= 1 - rate;
            }
        }
        return 1 - none;
    }

    private boolean isCommon(long id) {
        return common.contain(vocabulary.bare(id));
    }

    private double rate(long[] candidate, List<Host> hosts, int target) {
        return flips(List.of(candidate), hosts, target).get(0).value();
    }

    private List<Scored> flips(Collection<long[]> candidates, List<Host> hosts, int target) {
        return scored(candidates, hosts, target, (margin, host) -> margin > 0 ? 1 : 0);
    }

    private List<Scored> shifts(Collection<long[]> candidates, List<Host> hosts, int target) {
        return scored(
                candidates, hosts, target, (margin, host) -> Math.min(ENOUGH_SHIFT, margin - host.margin(target)));
    }

    private interface Effect {
        double of(double margin, Host host);
    }

    private List<Scored> scored(Collection<long[]> candidates, List<Host> hosts, int target, Effect effect) {
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

    private static List<long[]> ids(List<Scored> scored, int most) {
        return scored.stream().limit(most).map(Scored::ids).toList();
    }

    private static void put(Map<String, long[]> candidates, long[] ids) {
        candidates.putIfAbsent(Arrays.toString(ids), ids);
    }

    private static long[] join(long[] a, long[] b) {
        long[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
