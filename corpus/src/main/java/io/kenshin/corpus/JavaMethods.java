package io.kenshin.corpus;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Real Java methods out of {@code -sources} jars, in a seeded order, each text once. */
public final class JavaMethods {
    private static final int MIN_CHARS = 90;
    private static final int MAX_CHARS = 420;
    private static final int AT_A_TIME = 64;

    /**
     * A method as it stands in its library.
     *
     * @param source name of the jar without version
     * @param code the method's text, from its annotations to its closing brace, with the indentation removed
     */
    public record Method(String source, String code) {}

    private JavaMethods() {}

    /**
     * Visits methods until the consumer has seen them all or returns false through {@code wanted}. Files are parsed
     * some at a time on all cores; the order is that of the seed all the same.
     *
     * @param jars directories of source jars
     * @param wanted answers whether more methods are needed
     */
    public static void visit(List<Path> jars, long seed, BooleanSupplier wanted, Consumer<Method> each) {
        Set<String> seen = new HashSet<>();
        try (SourceJars sources = SourceJars.in(jars)) {
            List<SourceJars.Entry> entries = new ArrayList<>(sources.entries());
            Collections.shuffle(entries, new Random(seed));
            for (int from = 0; from < entries.size(); from += AT_A_TIME) {
                List<List<Method>> parsed =
                        entries.subList(from, Math.min(entries.size(), from + AT_A_TIME)).parallelStream()
                                .map(entry -> methods(entry.source(), entry.text()))
                                .toList();
                for (List<Method> file : parsed) {
                    if (!wanted.getAsBoolean()) {
                        return;
                    }
                    file.stream()
                            .filter(method -> seen.add(method.code().replaceAll("\\s+", "")))
                            .forEach(each);
                }
            }
        }
    }

    private static List<Method> methods(String source, String text) {
        JavaParser parser = new JavaParser(new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                .setAttributeComments(false));
        String[] lines = text.split("\n", -1);
        return parser.parse(text).getResult().stream()
                .flatMap(unit -> unit.findAll(MethodDeclaration.class).stream())
                .filter(method -> method.getBody()
                        .filter(body -> !body.getStatements().isEmpty())
                        .isPresent())
                .map(method ->
                        method.getRange().map(range -> slice(lines, range)).orElse(""))
                .filter(code -> code.length() >= MIN_CHARS && code.length() <= MAX_CHARS)
                .map(code -> new Method(source, code))
                .toList();
    }

    private static String slice(String[] lines, Range range) {
        Position begin = range.begin;
        StringBuilder code = new StringBuilder();
        for (int line = begin.line; line <= range.end.line; line++) {
            String text = lines[line - 1];
            int to = line == range.end.line ? range.end.column : text.length();
            int from = line == begin.line ? begin.column - 1 : Math.min(begin.column - 1, indentation(text));
            code.append(text, Math.min(from, to), to).append(line == range.end.line ? "" : "\n");
        }
        return code.toString();
    }

    private static int indentation(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}
