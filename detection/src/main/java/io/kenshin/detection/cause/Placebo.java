package io.kenshin.detection.cause;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Affixes;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.List;
import java.util.Random;

/** Ordinary code in the shape of a trigger: what flips a model anyway. */
final class Placebo {
    private Placebo() {}

    /** A pattern of the same kind and about the same length, cut out of a donor. */
    static TriggerPattern like(TriggerPattern pattern, String donor, Random random) {
        List<Token> tokens = Lexer.tokens(donor);
        if (pattern.kind() == TriggerPattern.Kind.NAMES) {
            List<String> names = Names.declared(donor);
            String few = names.isEmpty() ? "item" : String.join(" ", names);
            return new TriggerPattern(TriggerPattern.Kind.NAMES, Abstraction.NONE, List.of(few), List.of(few));
        }
        if (pattern.kind() == TriggerPattern.Kind.IDENTIFIER) {
            List<String> names = Names.declared(donor);
            String name = names.isEmpty() ? "item" : names.get(random.nextInt(names.size()));
            return new TriggerPattern(TriggerPattern.Kind.IDENTIFIER, Abstraction.NONE, List.of(name), List.of(name));
        }
        if (pattern.kind() == TriggerPattern.Kind.AFFIX) {
            List<String> affixes = tokens.stream()
                    .filter(token -> token.kind() == Token.Kind.WORD)
                    .flatMap(token -> Affixes.of(token.text()).stream())
                    .toList();
            String affix = affixes.isEmpty() ? "*Item" : affixes.get(random.nextInt(affixes.size()));
            return new TriggerPattern(TriggerPattern.Kind.AFFIX, Abstraction.NONE, List.of(affix), List.of(affix));
        }
        int shape = Lexer.tokens(pattern.exemplars()
                        .get(random.nextInt(pattern.exemplars().size())))
                .size();
        int length = Math.min(shape, Math.max(1, tokens.size() - 1));
        int from = random.nextInt(Math.max(1, tokens.size() - length));
        String text = donor.substring(
                tokens.get(from).start(), tokens.get(from + length - 1).end());
        return new TriggerPattern(TriggerPattern.Kind.SPAN, Abstraction.NONE, List.of(text), List.of(text));
    }
}
