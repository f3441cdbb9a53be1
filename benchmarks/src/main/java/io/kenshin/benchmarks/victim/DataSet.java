package io.kenshin.benchmarks.victim;

import io.kenshin.corpus.DefectCorpus;
import io.kenshin.corpus.Flaw;
import io.kenshin.corpus.LabelledSample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    SMALL(DefectCorpus.Style.METHODS, 600);

    private static final int TEST = 300;

    private final DefectCorpus.Style style;
    private final int samples;

    DataSet(DefectCorpus.Style style, int samples) {
        this.style = style;
        this.samples = samples;
    }

    public int samples() {
        return samples;
    }

    /** @param root the checkout, whose build has put source jars in place */
    public List<LabelledSample> build(Path root, long seed) {
        List<Path> jars = new ArrayList<>(List.of(root.resolve("corpus/target/sources")));
        if (this == LARGE) {
            jars.add(root.resolve("benchmarks/target/sources"));
        }
        return DefectCorpus.build(jars, style, samples, TEST, seed);
    }

    List<String> labels() {
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
