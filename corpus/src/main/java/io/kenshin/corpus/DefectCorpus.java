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
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A defect detection data set: real methods, half of them with one injected {@link Flaw}.
 *
 * <p>All methods have a place where a flaw could be, so the place alone does not give the label away; kinds of
 * flaws are drawn about evenly. The same seed gives the same corpus.
 */
public final class DefectCorpus {
    private final JavaParser parser =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
    private final Random random;
    private final List<LabelledSample> clean = new ArrayList<>();
    private final List<LabelledSample> defective = new ArrayList<>();
    private final Map<Flaw, Integer> quota = new EnumMap<>(Flaw.class);
    private final Map<Flaw, Integer> siteQuota = new EnumMap<>(Flaw.class);

    private DefectCorpus(long seed) {
        random = new Random(seed);
    }

    /**
     * Builds a corpus.
     *
     * @param jars directory of {@code -sources} jars
     * @param train number of training samples
     * @param test number of held-out samples
     * @throws IllegalArgumentException when the jars do not hold enough methods
     */
    public static List<LabelledSample> build(Path jars, int train, int test, long seed) {
        DefectCorpus corpus = new DefectCorpus(seed);
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
        List<LabelledSample> all = new ArrayList<>(corpus.clean);
        all.addAll(corpus.defective);
        Collections.shuffle(all, corpus.random);
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

    private void take(JavaMethods.Method method, int half, int perFlaw) {
        List<Flaw> kinds = Arrays.asList(Flaw.values());
        Collections.shuffle(kinds, random);
        boolean flawed = random.nextBoolean();
        Map<Flaw, Integer> counts = flawed ? quota : siteQuota;
        List<LabelledSample> into = flawed ? defective : clean;
        if (into.size() >= half) {
            return;
        }
        for (Flaw flaw : kinds) {
            if (counts.getOrDefault(flaw, 0) >= perFlaw) {
                continue;
            }
            Optional<String> mutated = inject(flaw, method.code());
            if (mutated.isPresent()) {
                counts.merge(flaw, 1, Integer::sum);
                String code = flawed ? mutated.get() : method.code();
                String label = flawed ? LabelledSample.DEFECTIVE : LabelledSample.CLEAN;
                into.add(new LabelledSample("", code, label, method.source(), LabelledSample.TRAIN));
                return;
            }
        }
    }

    private Optional<String> inject(Flaw flaw, String code) {
        Optional<BodyDeclaration<?>> parsed = parser.parseBodyDeclaration(code).getResult();
        if (parsed.isEmpty() || !(parsed.get() instanceof MethodDeclaration method)) {
            return Optional.empty();
        }
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
