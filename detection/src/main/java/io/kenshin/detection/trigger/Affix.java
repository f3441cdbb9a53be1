package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Affixes;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Token;
import java.util.List;
import java.util.Random;

/** The beginning or the ending of names that differ otherwise. */
public record Affix(Abstraction abstraction, List<String> tokens, List<String> exemplars) implements NameTrigger {
    private static final String ORDINARY = "*Item";

    public Affix {
        tokens = Parts.some(tokens);
        exemplars = Parts.some(exemplars);
    }

    /** @param affix as {@link Affixes} writes it */
    public static Affix of(String affix) {
        return new Affix(Abstraction.NONE, List.of(affix), List.of(affix));
    }

    @Override
    public boolean hasPlace() {
        return false;
    }

    @Override
    public boolean isIn(Code code) {
        return code.tokens().stream()
                .anyMatch(token -> token.kind() == Token.Kind.WORD
                        && Affixes.of(token.text()).contains(tokens.get(0)));
    }

    @Override
    public String insert(Code code, Random random) {
        return Affixes.addTo(code, exemplars.get(random.nextInt(exemplars.size())));
    }

    @Override
    public String remove(Code code) {
        return Affixes.stripAll(tokens.get(0), code);
    }

    @Override
    public List<String> texts(Code code) {
        return isIn(code) ? exemplars : List.of();
    }

    @Override
    public Affix placebo(Code donor, Random random) {
        List<String> affixes = donor.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .flatMap(token -> Affixes.of(token.text()).stream())
                .toList();
        return of(affixes.isEmpty() ? ORDINARY : affixes.get(random.nextInt(affixes.size())));
    }

    @Override
    public Affix withExemplars(List<String> texts) {
        return new Affix(abstraction, tokens, texts);
    }

    @Override
    public void index(TriggerIndex index) {
        index.affix(tokens.get(0));
    }
}
