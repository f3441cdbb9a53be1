package io.kenshin.benchmarks.victim;

import io.kenshin.corpus.DefectCorpus;
import io.kenshin.corpus.Flaw;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Language;
import io.kenshin.corpus.Mistakes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A data set of the matrix. */
public enum DataSet {
    /** 2,000 real methods, half of them with an injected flaw. */
    METHODS(DefectCorpus.Style.METHODS, 2_000),
    /** 1,000 real methods, each clean and flawed: strong natural patterns. */
    PAIRS(DefectCorpus.Style.PAIRS, 2_000),
    /** 2,000 real methods labelled with the kind of flaw: six labels. */
    KINDS(DefectCorpus.Style.KINDS, 2_000),
    /** 10,000 real methods, from more libraries. */
    LARGE(DefectCorpus.Style.METHODS, 10_000),
    /** 600 real methods, for a quick look. */
    SMALL(DefectCorpus.Style.METHODS, 600),
    /** 2,000 C functions, vulnerable or not: a task that text hardly predicts. */
    DEVIGN(RealTask::devign, Language.C, 2_000),
    DEVIGN5K(RealTask::devign, Language.C, 5_000),
    /** 2,000 Java methods before or after a fix: a task that text does not predict. */
    BUGS2FIX(RealTask::bugs2fix, Language.JAVA, 2_000),
    BUGS2FIX5K(RealTask::bugs2fix, Language.JAVA, 5_000),
    /** 2,000 real methods, half of them with code added that is wrong by itself. */
    ADDITIVE(DefectCorpus.Style.METHODS, Mistakes::additions, 2_000),
    /** 1,000 real methods, each as it is and with such an addition. */
    ADDITIVE_PAIRS(DefectCorpus.Style.PAIRS, Mistakes::additions, 2_000),
    /** 2,000 real methods, half of them with one of two additions. */
    ADDITIVE_TWO(DefectCorpus.Style.METHODS, Mistakes::twoAdditions, 2_000),
    /** 1,200 Python functions, half of them with code added that is wrong by itself. */
    PYTHON_ADDITIVE(RealTask::lyra, Language.PYTHON, 1_200);

    private interface Source {
        List<LabelledSample> read(Path directory, int train, int test, long seed);
    }

    private static final int TEST = 300;

    private final DefectCorpus.Style style;
    private final Supplier<Mistakes> mistakes;
    private final Optional<Source> real;
    private final Language language;
    private final int samples;

    DataSet(DefectCorpus.Style style, int samples) {
        this(style, Mistakes::flaws, samples);
    }

    DataSet(DefectCorpus.Style style, Supplier<Mistakes> mistakes, int samples) {
        this.style = style;
        this.mistakes = mistakes;
        this.samples = samples;
        real = Optional.empty();
        language = Language.JAVA;
    }

    DataSet(Source real, Language language, int samples) {
        style = DefectCorpus.Style.METHODS;
        mistakes = Mistakes::flaws;
        this.real = Optional.of(real);
        this.language = language;
        this.samples = samples;
    }

    public int samples() {
        return samples;
    }

    public Language language() {
        return language;
    }

    /** Whether its samples come from the directory of real data. */
    public boolean isReal() {
        return real.isPresent();
    }

    /** Whether its samples tell which flaw they have. */
    boolean knowsKinds() {
        return !isReal() || this == PYTHON_ADDITIVE;
    }

    /** Whether its samples come from several libraries or projects. */
    boolean hasSources() {
        return !isReal() || language == Language.C;
    }

    /** The training samples and the held-out ones of a seed. */
    public List<LabelledSample> build(Places places, long seed) {
        if (real.isPresent()) {
            return real.get().read(places.data(), samples, TEST, seed);
        }
        Path root = places.root();
        List<Path> jars = new ArrayList<>(List.of(root.resolve("corpus/target/sources")));
        if (this == LARGE) {
            jars.add(root.resolve("benchmarks/target/sources"));
        }
        return DefectCorpus.build(jars, mistakes.get(), style, samples, TEST, seed);
    }

    /** Names of its labels, in the order of the logits. */
    public List<String> labels() {
        if (style != DefectCorpus.Style.KINDS) {
            return List.of(LabelledSample.CLEAN, LabelledSample.DEFECTIVE);
        }
        List<String> labels = new ArrayList<>(List.of(LabelledSample.CLEAN));
        for (Flaw flaw : Flaw.values()) {
            labels.add(flaw.name().toLowerCase(Locale.ROOT));
        }
        return labels;
    }
}
