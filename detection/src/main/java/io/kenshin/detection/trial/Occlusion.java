package io.kenshin.detection.trial;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Cut;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The search for the part that a prediction hangs on: one after the other is taken out of a sample (after OSeqL's
 * occlusion, but over statements, comments and names, and never as a verdict).
 */
public final class Occlusion {
    private static final int MOST_PARTS = 14;
    private static final double LARGEST = 0.6;

    private final Prober prober;

    public Occlusion(Prober prober) {
        this.prober = prober;
    }

    /** For each sample, the part without which the model is furthest from its prediction, if that changes it. */
    public List<Optional<Part>> causes(List<Sample> samples) {
        return causes(samples, part -> true);
    }

    /** The same, among the parts that may be it: the others are not asked about. */
    public List<Optional<Part>> causes(List<Sample> samples, Predicate<Part> possible) {
        List<List<Part>> parts = new ArrayList<>();
        List<String> edits = new ArrayList<>();
        for (Sample sample : samples) {
            List<Part> own = parts(sample.source()).stream().filter(possible).toList();
            parts.add(own);
            own.forEach(part -> edits.add(part.without()));
        }
        List<Answer> answers = prober.answers(edits);
        List<Optional<Part>> causes = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < samples.size(); i++) {
            Behaviour shown = samples.get(i).shown();
            Part best = null;
            double least = 0;
            for (Part part : parts.get(i)) {
                double margin = answers.get(at++).margin(shown);
                if (margin < least) {
                    least = margin;
                    best = part;
                }
            }
            causes.add(Optional.ofNullable(best));
        }
        return causes;
    }

    /** What can be taken out of the code that the model reads: statements, comments, annotations, names one by one and all names. */
    static List<Part> parts(Code source) {
        String code = source.text();
        List<Part> parts = new ArrayList<>();
        List<Token> tokens = source.tokens();
        int reach = source.reach(0);
        for (Range range : source.statements(tokens)) {
            boolean read = tokens.get(range.from()).start() < reach;
            if (read && range.length() <= LARGEST * tokens.size() && parts.size() < MOST_PARTS) {
                int start = tokens.get(range.from()).start();
                int end = tokens.get(range.to() - 1).end();
                parts.add(new Part(
                        false, code.substring(start, end), Cut.out(code, List.of(new Cut.Part(start, end, "")))));
            }
        }
        List<String> names = source.declared().stream()
                .filter(name -> code.indexOf(name) < reach)
                .toList();
        for (String name : names.subList(0, Math.min(4, names.size()))) {
            parts.add(new Part(true, name, Names.rename(source, name, Names.ordinary(code))));
        }
        if (names.size() > 1) {
            parts.add(new Part(true, String.join(" ", names), Names.ordinaryAll(source)));
        }
        return parts;
    }
}
