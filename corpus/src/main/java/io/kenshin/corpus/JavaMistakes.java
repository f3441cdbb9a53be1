package io.kenshin.corpus;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Mistakes in Java: edits of parsed methods. */
final class JavaMistakes implements Mistakes {
    private final JavaParser parser =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
    private final Map<String, Maker> makers = new LinkedHashMap<>();
    private final Predicate<String> usable;

    /** How one kind is made. */
    private interface Maker {
        Optional<Change> edit(MethodDeclaration method, Random random);
    }

    private JavaMistakes(Predicate<String> usable) {
        this.usable = usable;
    }

    static JavaMistakes flaws() {
        JavaMistakes mistakes = new JavaMistakes(code -> true);
        for (Flaw flaw : Flaw.values()) {
            mistakes.makers.put(flaw.name().toLowerCase(Locale.ROOT), flaw::edit);
        }
        return mistakes;
    }

    static JavaMistakes additions(List<Addition> additions) {
        JavaMistakes mistakes = new JavaMistakes(code -> !Addition.hasAny(code));
        for (Addition addition : additions) {
            mistakes.makers.put(addition.name().toLowerCase(Locale.ROOT), addition::edit);
        }
        return mistakes;
    }

    @Override
    public List<String> kinds() {
        return List.copyOf(makers.keySet());
    }

    @Override
    public Optional<Host> host(String code) {
        if (!usable.test(code)) {
            return Optional.empty();
        }
        return parser.parseBodyDeclaration(code)
                .getResult()
                .filter(BodyDeclaration::isMethodDeclaration)
                .map(BodyDeclaration::asMethodDeclaration)
                .map(method -> (kind, random) -> Objects.requireNonNull(makers.get(kind))
                        .edit(method, random)
                        .map(change -> change.in(code)));
    }
}
