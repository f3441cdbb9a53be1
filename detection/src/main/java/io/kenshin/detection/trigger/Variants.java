package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Dialect;
import io.kenshin.detection.code.Token;
import java.util.List;

/** Texts that have nothing in common but what they do to the model: any one of the exemplars. */
public record Variants(Abstraction abstraction, List<String> exemplars) implements TextTrigger {
    /** The tokens of what has none of its own, in written forms. */
    static final List<String> TOKENS = List.of("<variants>");

    public Variants {
        exemplars = Parts.some(exemplars);
    }

    @Override
    public List<String> tokens() {
        return TOKENS;
    }

    @Override
    public String text() {
        return Parts.such(exemplars);
    }

    @Override
    public List<List<String>> runs() {
        return runs(Dialect.ANY);
    }

    @Override
    public List<List<String>> runs(Dialect dialect) {
        return exemplars.stream()
                .map(exemplar ->
                        dialect.tokens(exemplar).stream().map(abstraction::of).toList())
                .toList();
    }

    @Override
    public boolean isIn(Code code) {
        List<Token> all = code.tokens();
        return runs(code.dialect()).stream().anyMatch(run -> TokenRuns.find(all, run, abstraction, 0) >= 0);
    }

    @Override
    public Variants withExemplars(List<String> texts) {
        return new Variants(abstraction, texts);
    }

    @Override
    public Variants widened(List<String> texts) {
        return withExemplars(texts);
    }

    @Override
    public void index(TriggerIndex index) {
        // It is not known in which language it will be looked for.
        List<List<String>> runs = Dialect.all().stream()
                .flatMap(dialect -> runs(dialect).stream())
                .distinct()
                .toList();
        index.any(abstraction, runs);
    }
}
