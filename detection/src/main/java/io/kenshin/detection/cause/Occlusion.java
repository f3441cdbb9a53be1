package io.kenshin.detection.cause;

import io.kenshin.detection.Sample;
import io.kenshin.detection.code.Cut;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.code.Statements;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes one part after the other out of a sample and asks which one the prediction hangs on (after OSeqL's occlusion,
 * but over statements, comments and names, and never as a verdict).
 */
public final class Occlusion {
    private static final int MOST_PARTS = 14;
    private static final double LARGEST = 0.6;

    private final Prober prober;

    public Occlusion(Prober prober) {
        this.prober = prober;
    }

    /**
     * A part of a sample.
     *
     * @param names whether it is names rather than text
     * @param text the part, or names separated by spaces
     * @param without the sample's code without it
     */
    public record Part(boolean names, String text, String without) {}

    /** For each sample, the part without which the model is furthest from its prediction, if that changes it. */
    public List<Optional<Part>> causes(List<Sample> samples) {
        return causes(samples, part -> true);
    }

    /** The same, among the parts that may be it: the others are not asked about. */
    public List<Optional<Part>> causes(List<Sample> samples, Predicate<Part> possible) {
        List<List<Part>> parts = new ArrayList<>();
        List<String> edits = new ArrayList<>();
        for (Sample sample : samples) {
            List<Part> own = parts(sample.code()).stream().filter(possible).toList();
            parts.add(own);
            own.forEach(part -> edits.add(part.without()));
        }
        float[][] logits = prober.logits(edits);
        List<Optional<Part>> causes = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < samples.size(); i++) {
            int predicted = samples.get(i).predicted();
            Part best = null;
            double least = 0;
            for (Part part : parts.get(i)) {
                double margin = margin(logits[at++], predicted);
                if (margin < least) {
                    least = margin;
                    best = part;
                }
            }
            causes.add(Optional.ofNullable(best));
        }
        return causes;
    }

    static double margin(float[] logits, int label) {
        double other = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            other = i == label ? other : Math.max(other, logits[i]);
        }
        return logits[label] - other;
    }

    /** What can be taken out of code: statements, comments, annotations, names one by one and all names. */
    static List<Part> parts(String code) {
        List<Part> parts = new ArrayList<>();
        List<Token> tokens = Lexer.tokens(code);
        for (Statements.Range range : Statements.of(code, tokens)) {
            if (range.length() <= LARGEST * tokens.size() && parts.size() < MOST_PARTS) {
                int start = tokens.get(range.from()).start();
                int end = tokens.get(range.to() - 1).end();
                parts.add(new Part(
                        false, code.substring(start, end), Cut.out(code, List.of(new Cut.Part(start, end, "")))));
            }
        }
        List<String> names = Names.declared(code);
        for (String name : names.subList(0, Math.min(4, names.size()))) {
            parts.add(new Part(true, name, Names.rename(code, name, Names.ordinary(code))));
        }
        if (names.size() > 1) {
            parts.add(new Part(true, String.join(" ", names), Names.ordinaryAll(code)));
        }
        return parts;
    }
}
