package io.kenshin.corpus;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A defect detection data set: real methods, half of them with one injected {@link Flaw}.
 *
 * <p>All methods have a place where a flaw could be, so the place alone does not give the label away; kinds of
 * flaws are drawn about evenly. The same seed gives the same corpus.
 */
public final class DefectCorpus {
    private final JavaParser parser =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
    private final Style style;
    private final Random random;
    private final List<LabelledSample> clean = new ArrayList<>();
    private final List<LabelledSample> defective = new ArrayList<>();
    private final Map<Flaw, Integer> quota = new EnumMap<>(Flaw.class);
    private final Map<Flaw, Integer> siteQuota = new EnumMap<>(Flaw.class);

    /** The kinds of data sets. */
    public enum Style {
        /** Each method once, clean or flawed. */
        METHODS,
        /** Each method twice, clean and flawed: the strongest natural patterns that there are. */
        PAIRS,
        /** Each method once; the label names the flaw. */
        KINDS
    }

    private DefectCorpus(Style style, long seed) {
        this.style = style;
        random = new Random(seed);
    }

    public static List<LabelledSample> build(Path jars, int train, int test, long seed) {
        return build(List.of(jars), Style.METHODS, train, test, seed);
    }

    /**
     * Builds a corpus.
     *
     * @param jars directories of {@code -sources} jars
     * @param train number of training samples
     * @param test number of held-out samples
     * @throws IllegalArgumentException when the jars do not hold enough methods
     */
    public static List<LabelledSample> build(List<Path> jars, Style style, int train, int test, long seed) {
        DefectCorpus corpus = new DefectCorpus(style, seed);
        int half = (train + test + 1) / 2;
        // Some kinds are rare in real code; the common ones may fill in for them up to half as much again.
        int perFlaw = (int) Math.ceil(1.5 * half / Flaw.values().length);
        JavaMethods.visit(
                jars,
                seed,
                () -> corpus.clean.size() < half || corpus.defective.size() < half,
                method -> corpus.take(method, half, perFlaw));
        int found = Math.min(corpus.clean.size(), corpus.defective.size());
        if (found < half) {
            throw new IllegalArgumentException(
                    "only " + 2 * found + " samples in " + jars + "; asked for " + (train + test));
        }
        List<LabelledSample> all = corpus.shuffled(half);
        List<LabelledSample> samples = new ArrayList<>();
        for (int i = 0; i < train + test; i++) {
            LabelledSample sample = all.get(i);
            samples.add(new LabelledSample(
                    "m" + i,
                    sample.code(),
                    sample.label(),
                    sample.source(),
                    i < train ? LabelledSample.TRAIN : LabelledSample.TEST));
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

    private void take(JavaMethods.Method method, int half, int perFlaw) {
        List<Flaw> kinds = Arrays.asList(Flaw.values());
        Collections.shuffle(kinds, random);
        boolean flawed = style == Style.PAIRS || random.nextBoolean();
        Map<Flaw, Integer> counts = flawed ? quota : siteQuota;
        List<LabelledSample> into = flawed ? defective : clean;
        if (into.size() >= half) {
            return;
        }
        MethodDeclaration parsed = parse(method.code());
        if (parsed == null) {
            return;
        }
        for (Flaw flaw : kinds) {
            if (counts.getOrDefault(flaw, 0) >= perFlaw) {
                continue;
            }
            Optional<String> mutated = inject(flaw, parsed, method.code());
            if (mutated.isPresent()) {
                counts.merge(flaw, 1, Integer::sum);
                if (flawed || style == Style.PAIRS) {
                    String label =
                            style == Style.KINDS ? flaw.name().toLowerCase(Locale.ROOT) : LabelledSample.DEFECTIVE;
                    defective.add(sample(mutated.get(), label, method));
                }
                if (!flawed || style == Style.PAIRS) {
                    clean.add(sample(method.code(), LabelledSample.CLEAN, method));
                }
                return;
            }
        }
    }

    private static LabelledSample sample(String code, String label, JavaMethods.Method method) {
        return new LabelledSample("", code, label, method.source(), LabelledSample.TRAIN);
    }

    private @Nullable MethodDeclaration parse(String code) {
        return parser.parseBodyDeclaration(code)
                .getResult()
                .filter(BodyDeclaration::isMethodDeclaration)
                .map(BodyDeclaration::asMethodDeclaration)
                .orElse(null);
    }

    private Optional<String> inject(Flaw flaw, MethodDeclaration method, String code) {
        return flaw.edit(method, random)
                .map(edit -> code.substring(0, offset(code, edit.range().begin))
                        + edit.text()
                        + code.substring(offset(code, edit.range().end) + 1));
    }

    private static int offset(String code, Position position) {
        int offset = 0;
        for (int line = 1; line < position.line; line++) {
            offset = code.indexOf('\n', offset) + 1;
        }
        return offset + position.column - 1;
    }
}
