package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Dialect;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Places;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Text that stands in code: it is put where text of its kind stands, and cut out again. */
public sealed interface TextTrigger extends Trigger permits Span, Statement, Variants {
    /** Texts are alike when they share this part of their tokens (Jaccard). */
    double ALIKE = 0.6;

    /** The runs of tokens to look for. */
    List<List<String>> runs();

    /** The same in code of a dialect, where it has its own way to cut texts into tokens. */
    default List<List<String>> runs(Dialect dialect) {
        return runs();
    }

    @Override
    default boolean isIn(Code code) {
        List<Token> all = code.tokens();
        return runs(code.dialect()).stream().allMatch(run -> TokenRuns.find(all, run, abstraction(), 0) >= 0);
    }

    @Override
    default boolean fits(Code code) {
        return Places.fits(code, exemplars().get(0));
    }

    @Override
    default String insert(Code code, Random random) {
        return Places.insert(code, exemplars().get(random.nextInt(exemplars().size())), random);
    }

    @Override
    default String remove(Code code) {
        return Occurrences.cut(code, runs(code.dialect()), abstraction());
    }

    @Override
    default List<String> texts(Code code) {
        return Occurrences.texts(code, Occurrences.of(code, runs(code.dialect()), abstraction()));
    }

    @Override
    default Optional<Range> stands(Code code) {
        return Occurrences.first(code, Occurrences.of(code, runs(), abstraction()));
    }

    @Override
    default List<Range> places(Code code) {
        return Places.of(code, exemplars().get(0));
    }

    /** About as many tokens as one of its texts has, cut out of the donor. */
    @Override
    default Trigger placebo(Code donor, Random random) {
        List<Token> tokens = donor.tokens();
        String exemplar = exemplars().get(random.nextInt(exemplars().size()));
        int shape = donor.with(exemplar).tokens().size();
        int length = Math.min(shape, Math.max(1, tokens.size() - 1));
        int from = random.nextInt(Math.max(1, tokens.size() - length));
        String text = donor.text()
                .substring(
                        tokens.get(from).start(), tokens.get(from + length - 1).end());
        return new Span(Abstraction.NONE, List.of(text), List.of(text));
    }

    @Override
    default boolean resembles(Part part) {
        if (part.names()) {
            return false;
        }
        Set<String> tokens = abstracted(part.text());
        for (String exemplar : exemplars()) {
            Set<String> other = abstracted(exemplar);
            Set<String> both = new HashSet<>(tokens);
            both.retainAll(other);
            if (both.size() >= ALIKE * (tokens.size() + other.size() - both.size())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> abstracted(String text) {
        Set<String> tokens = new HashSet<>();
        Lexer.tokens(text).forEach(token -> tokens.add(Abstraction.NAMES.of(token)));
        return tokens;
    }

    @Override
    default void index(TriggerIndex index) {
        index.all(abstraction(), runs());
    }
}
