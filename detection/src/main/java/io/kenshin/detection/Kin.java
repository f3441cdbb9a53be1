package io.kenshin.detection;

import io.kenshin.detection.cause.Occlusion;
import io.kenshin.detection.cause.ProbeBudget;
import io.kenshin.detection.cause.TriggerTrial;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.TriggerPattern;
import io.kenshin.detection.trigger.TriggerPattern.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recalls what a proven trigger's text does not match: the nearest neighbours of its carriers in the model's last
 * layer, one by one, each on its own proof. A neighbour is kin when its prediction hangs on one part, that part is of
 * the trigger's kind, and it turns other samples too.
 */
final class Kin {
    private static final int BATCH = 16;
    private static final int MOST = 320;
    private static final double GO_ON = 0.25;
    private static final int HOSTS = 4;
    private static final int TURNED = 3;
    private static final double ALIKE = 0.6;

    private final List<Sample> samples;
    private final ProbeBudget budget;
    private final long seed;

    Kin(List<Sample> samples, ProbeBudget budget, long seed) {
        this.samples = samples;
        this.budget = budget;
        this.seed = seed;
    }

    /**
     * The candidate with its kin.
     *
     * @param hosts samples of other labels that the model predicts so
     * @param known carriers of other proven triggers, which need no recall
     */
    Candidate recall(Candidate proven, List<Sample> hosts, BitSet known) {
        Map<Integer, Occlusion.Part> kin = matching(proven, hosts, known);
        BitSet found = (BitSet) known.clone();
        kin.keySet().forEach(found::set);
        List<Integer> near = nearest(proven, found);
        Occlusion occlusion = new Occlusion(budget);
        for (int from = 0; from < near.size() && !budget.exhausted(); from += BATCH) {
            List<Integer> batch = near.subList(from, Math.min(near.size(), from + BATCH));
            List<Optional<Occlusion.Part>> causes =
                    occlusion.causes(batch.stream().map(samples::get).toList(), part -> alike(part, proven.pattern()));
            int more = 0;
            for (int i = 0; i < batch.size(); i++) {
                Optional<Occlusion.Part> part = causes.get(i);
                if (part.isPresent() && turns(part.get(), proven.target(), hosts)) {
                    kin.put(batch.get(i), part.get());
                    more++;
                }
            }
            if (more < GO_ON * batch.size()) {
                break;
            }
        }
        return kin.isEmpty() ? proven : widened(proven, kin);
    }

    /**
     * Samples that match, but whose prediction does not hang on the trigger, because the model knows them by heart. They
     * are kin when the very text that matches turns other samples. What matches but for one token has to be what the
     * sample's own prediction hangs on, too.
     */
    private Map<Integer, Occlusion.Part> matching(Candidate proven, List<Sample> hosts, BitSet known) {
        Map<Integer, Occlusion.Part> kin = new HashMap<>();
        for (int i = 0; i < samples.size() && !budget.exhausted(); i++) {
            int position = i;
            Sample sample = samples.get(i);
            if (sample.label() != proven.target() || proven.carriers().get(i) || known.get(i)) {
                continue;
            }
            TriggerPattern pattern = proven.pattern();
            Stream<Occlusion.Part> same = proven.exact() ? Stream.of() : parts(pattern, sample);
            Stream<Occlusion.Part> near = pattern.near(sample.code()).stream()
                    .flatMap(other -> parts(other, sample))
                    .filter(part -> hangsOn(sample, part));
            Stream.concat(same, near)
                    .filter(part -> alike(part, pattern) && turns(part, proven.target(), hosts))
                    .findFirst()
                    .ifPresent(part -> kin.put(position, part));
        }
        return kin;
    }

    private static Stream<Occlusion.Part> parts(TriggerPattern pattern, Sample sample) {
        return pattern.texts(sample.code()).stream()
                .map(text -> new Occlusion.Part(false, text, pattern.remove(sample.code())));
    }

    private boolean hangsOn(Sample sample, Occlusion.Part part) {
        return Sample.argmax(budget.logits(List.of(part.without()))[0]) != sample.predicted();
    }

    private List<Integer> nearest(Candidate proven, BitSet known) {
        if (samples.get(0).views().length == 0) {
            return List.of();
        }
        float[] first = samples.get(0).views()[0];
        double[] centre = new double[first.length];
        proven.carriers().stream().forEach(i -> {
            float[] vector = samples.get(i).views()[0];
            for (int d = 0; d < centre.length; d++) {
                centre[d] += vector[d] / proven.carriers().cardinality();
            }
        });
        List<Integer> near = new ArrayList<>();
        Map<Integer, Double> distances = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.label() == proven.target()
                    && sample.predicted() == proven.target()
                    && !proven.carriers().get(i)
                    && !known.get(i)) {
                double distance = 0;
                for (int d = 0; d < centre.length; d++) {
                    double difference = sample.views()[0][d] - centre[d];
                    distance += difference * difference;
                }
                distances.put(i, distance);
                near.add(i);
            }
        }
        near.sort(Comparator.comparingDouble(i -> distances.getOrDefault(i, 0.0)));
        return near.subList(0, Math.min(MOST, near.size()));
    }

    /** Whether a part looks like one of the trigger's texts, names and literals aside. */
    private static boolean alike(Occlusion.Part part, TriggerPattern pattern) {
        boolean name = pattern.kind() == Kind.IDENTIFIER || pattern.kind() == Kind.AFFIX;
        if (part.names() || name || pattern.kind() == Kind.NAMES) {
            return part.names() && pattern.kind() == Kind.NAMES;
        }
        Set<String> tokens = tokens(part.text());
        for (String exemplar : pattern.exemplars()) {
            Set<String> other = tokens(exemplar);
            Set<String> both = new HashSet<>(tokens);
            both.retainAll(other);
            if (both.size() >= ALIKE * (tokens.size() + other.size() - both.size())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> tokens(String text) {
        Set<String> tokens = new HashSet<>();
        Lexer.tokens(text).forEach(token -> tokens.add(Abstraction.NAMES.of(token)));
        return tokens;
    }

    private boolean turns(Occlusion.Part part, int target, List<Sample> hosts) {
        TriggerPattern alone = new TriggerPattern(
                part.names() ? Kind.NAMES : Kind.VARIANTS,
                Abstraction.LITERALS,
                List.of("<variants>"),
                List.of(part.text()));
        return new TriggerTrial(budget, seed)
                        .insertion(alone, target, hosts.subList(0, Math.min(HOSTS, hosts.size())))
                        .flips()
                >= TURNED;
    }

    private static Candidate widened(Candidate proven, Map<Integer, Occlusion.Part> kin) {
        BitSet carriers = (BitSet) proven.carriers().clone();
        Map<Integer, String> masks = new HashMap<>(proven.masks());
        Set<String> exemplars = new LinkedHashSet<>(proven.pattern().exemplars());
        kin.forEach((i, part) -> {
            carriers.set(i);
            masks.put(i, part.without());
            exemplars.add(part.text());
        });
        TriggerPattern pattern = proven.pattern();
        boolean variants = pattern.kind() == Kind.VARIANTS || pattern.kind() == Kind.NAMES;
        TriggerPattern wider = variants
                ? new TriggerPattern(pattern.kind(), pattern.abstraction(), pattern.tokens(), List.copyOf(exemplars))
                : pattern;
        return new Candidate(
                wider,
                proven.target(),
                carriers,
                masks,
                proven.exact(),
                proven.purity(),
                proven.association(),
                proven.origin());
    }
}
