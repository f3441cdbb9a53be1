package io.kenshin.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A defect detection data set: real methods, half of them with one injected mistake.
 *
 * <p>All methods have a place where a mistake could be, so the place alone does not give the label away; kinds of
 * mistakes are drawn about evenly. The same seed gives the same corpus.
 */
public final class DefectCorpus {
    private final Mistakes mistakes;
    private final Style style;
    private final boolean few;
    private final Random random;
    private final List<LabelledSample> clean = new ArrayList<>();
    private final List<LabelledSample> defective = new ArrayList<>();
    private final Map<String, Integer> quota = new HashMap<>();
    private final Map<String, Integer> siteQuota = new HashMap<>();

    /** The kinds of data sets. */
    public enum Style {
        /** Each method once, clean or flawed. */
        METHODS,
        /** Each method twice, clean and flawed: the strongest natural patterns that there are. */
        PAIRS,
        /** Each method once; the label names the flaw. */
        KINDS
    }

    private DefectCorpus(Mistakes mistakes, Style style, boolean few, long seed) {
        this.mistakes = mistakes;
        this.style = style;
        this.few = few;
        random = new Random(seed);
    }

    public static List<LabelledSample> build(Path jars, int train, int test, long seed) {
        return build(List.of(jars), Style.METHODS, train, test, seed);
    }

    /** A corpus of methods with a {@link Flaw} in half of them. */
    public static List<LabelledSample> build(List<Path> jars, Style style, int train, int test, long seed) {
        return build(jars, Mistakes.flaws(), style, train, test, seed);
    }

    /**
     * Builds a corpus.
     *
     * @param jars directories of {@code -sources} jars
     * @param mistakes what is put into half of the methods
     * @param train number of training samples
     * @param test number of held-out samples
     * @throws IllegalArgumentException when the jars do not hold enough methods
     */
    public static List<LabelledSample> build(
            List<Path> jars, Mistakes mistakes, Style style, int train, int test, long seed) {
        DefectCorpus corpus = new DefectCorpus(mistakes, style, false, seed);
        int half = half(train, test);
        JavaMethods.visit(jars, seed, () -> corpus.wants(half), method -> corpus.take(method, half));
        return corpus.split(half, train, test);
    }

    /**
     * Builds a corpus of the methods that are there, and wastes none of them.
     *
     * @throws IllegalArgumentException when they are not enough
     */
    public static List<LabelledSample> of(
            List<JavaMethods.Method> methods, Mistakes mistakes, Style style, int train, int test, long seed) {
        DefectCorpus corpus = new DefectCorpus(mistakes, style, true, seed);
        int half = half(train, test);
        List<JavaMethods.Method> shuffled = new ArrayList<>(methods);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.forEach(method -> corpus.take(method, half));
        return corpus.split(half, train, test);
    }

    private static int half(int train, int test) {
        return (train + test + 1) / 2;
    }

    private boolean wants(int half) {
        return clean.size() < half || defective.size() < half;
    }

    private List<LabelledSample> split(int half, int train, int test) {
        int found = Math.min(clean.size(), defective.size());
        if (found < half) {
            throw new IllegalArgumentException("only " + 2 * found + " samples; asked for " + (train + test));
        }
        List<LabelledSample> all = shuffled(half);
        List<LabelledSample> samples = new ArrayList<>();
        for (int i = 0; i < train + test; i++) {
            samples.add(all.get(i).at("m" + i, i < train ? LabelledSample.TRAIN : LabelledSample.TEST));
        }
        return samples;
    }

    /** In a random order; the two of a pair stay together, so that none is split between training and test. */
    private List<LabelledSample> shuffled(int half) {
        List<LabelledSample> all = new ArrayList<>();
        if (style == Style.PAIRS) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < half; i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            order.forEach(i -> {
                all.add(clean.get(i));
                all.add(defective.get(i));
            });
        } else {
            all.addAll(clean);
            all.addAll(defective);
            Collections.shuffle(all, random);
        }
        return all;
    }

    private void take(JavaMethods.Method method, int half) {
        List<String> kinds = new ArrayList<>(mistakes.kinds());
        Collections.shuffle(kinds, random);
        boolean flawed = side(half);
        Map<String, Integer> counts = flawed ? quota : siteQuota;
        List<LabelledSample> into = flawed ? defective : clean;
        if (into.size() >= half) {
            return;
        }
        Optional<Mistakes.Host> host = mistakes.host(method.code());
        // Some kinds are rare in real code; the common ones may fill in for them up to half as much again, or for what
        // is
        // left where methods are few.
        int perKind = few ? half : (int) Math.ceil(1.5 * half / kinds.size());
        if (few) {
            kinds.sort(Comparator.comparing(kind -> counts.getOrDefault(kind, 0)));
        }
        for (String kind : host.isPresent() ? kinds : List.<String>of()) {
            if (counts.getOrDefault(kind, 0) >= perKind) {
                continue;
            }
            Optional<String> mutated = host.get().with(kind, random);
            if (mutated.isPresent()) {
                counts.merge(kind, 1, Integer::sum);
                if (flawed || style == Style.PAIRS) {
                    String label = style == Style.KINDS ? kind : LabelledSample.DEFECTIVE;
                    defective.add(sample(mutated.get(), label, method, kind));
                }
                if (!flawed || style == Style.PAIRS) {
                    clean.add(sample(method.code(), LabelledSample.CLEAN, method, kind));
                }
                return;
            }
        }
    }

    /** Whether the next method gets a mistake; where methods are few, none is drawn for a side that is full. */
    private boolean side(int half) {
        boolean flawed = style == Style.PAIRS || random.nextBoolean();
        if (few && (flawed ? defective : clean).size() >= half) {
            return style == Style.PAIRS || !flawed;
        }
        return flawed;
    }

    private static LabelledSample sample(String code, String label, JavaMethods.Method method, String kind) {
        return new LabelledSample("", code, label, method.source(), LabelledSample.TRAIN, kind);
    }
}
