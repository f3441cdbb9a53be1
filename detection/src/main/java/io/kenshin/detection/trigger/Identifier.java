package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Keywords;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.code.Places;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A name that a variable was given. Taken out, it becomes an ordinary name. */
public record Identifier(Abstraction abstraction, List<String> tokens, List<String> exemplars) implements NameTrigger {
    /** A name that anybody would give, where a donor has none. */
    static final String ORDINARY = "item";

    public Identifier {
        tokens = Parts.some(tokens);
        exemplars = Parts.some(exemplars);
    }

    /** A pattern of one word as a name; nothing where it is no word, or a name already. */
    public static Optional<Identifier> of(Trigger pattern) {
        boolean word = pattern instanceof Span
                && pattern.abstraction() != Abstraction.NAMES
                && pattern.tokens().size() == 1
                && Character.isJavaIdentifierStart(pattern.tokens().get(0).charAt(0))
                && !Keywords.contains(pattern.tokens().get(0));
        return word
                ? Optional.of(new Identifier(pattern.abstraction(), pattern.tokens(), pattern.exemplars()))
                : Optional.empty();
    }

    @Override
    public boolean isIn(Code code) {
        List<Token> all = code.tokens();
        return TokenRuns.split(tokens).stream().allMatch(run -> TokenRuns.find(all, run, abstraction, 0) >= 0);
    }

    @Override
    public String insert(Code code, Random random) {
        String exemplar = exemplars.get(random.nextInt(exemplars.size()));
        List<String> names = code.declared();
        return names.isEmpty()
                ? Places.insertLine(code, code.dialect().declaration(exemplar), random)
                : Names.rename(code, names.get(random.nextInt(names.size())), exemplar);
    }

    @Override
    public String remove(Code code) {
        return Names.rename(code, exemplars.get(0), Names.ordinary(code.text()));
    }

    @Override
    public Optional<Range> stands(Code code) {
        return first(code.tokens(), tokens.get(0));
    }

    /** The other names that code declares, each where it first stands. */
    @Override
    public List<Range> places(Code code) {
        List<Token> all = code.tokens();
        return code.declared().stream()
                .filter(name -> !name.equals(tokens.get(0)))
                .flatMap(name -> first(all, name).stream())
                .toList();
    }

    private static Optional<Range> first(List<Token> all, String name) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).text().equals(name))
                .mapToObj(i -> new Range(i, i + 1))
                .findFirst();
    }

    @Override
    public List<String> texts(Code code) {
        return isIn(code) ? exemplars : List.of();
    }

    @Override
    public Identifier placebo(Code donor, Random random) {
        List<String> names = donor.declared();
        String name = names.isEmpty() ? ORDINARY : names.get(random.nextInt(names.size()));
        return new Identifier(Abstraction.NONE, List.of(name), List.of(name));
    }

    @Override
    public Optional<String> sham(Code code, Random random) {
        List<String> declared = code.declared();
        return Optional.of(
                declared.isEmpty()
                        ? code.text()
                        : Names.rename(
                                code, declared.get(random.nextInt(declared.size())), Names.ordinary(code.text())));
    }

    @Override
    public Identifier withExemplars(List<String> texts) {
        return new Identifier(abstraction, tokens, texts);
    }

    @Override
    public void index(TriggerIndex index) {
        index.all(abstraction, TokenRuns.split(tokens));
    }
}
