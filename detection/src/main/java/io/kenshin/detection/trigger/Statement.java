package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Range;
import java.util.List;
import java.util.Optional;

/** The statements that contain the tokens: what varies around them belongs to the trigger too. */
public record Statement(Abstraction abstraction, List<String> tokens, List<String> exemplars) implements TextTrigger {
    public Statement {
        tokens = Parts.some(tokens);
        exemplars = Parts.some(exemplars);
    }

    @Override
    public List<List<String>> runs() {
        return TokenRuns.split(tokens);
    }

    @Override
    public String remove(Code code) {
        return Occurrences.cutStatements(code, runs(code.dialect()), abstraction);
    }

    @Override
    public Optional<Range> stands(Code code) {
        return Occurrences.first(code, Occurrences.statements(code, runs(), abstraction));
    }

    @Override
    public List<String> texts(Code code) {
        return Occurrences.texts(code, Occurrences.statements(code, runs(code.dialect()), abstraction));
    }

    @Override
    public Statement withExemplars(List<String> texts) {
        return new Statement(abstraction, tokens, texts);
    }
}
