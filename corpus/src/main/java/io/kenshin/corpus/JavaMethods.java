package io.kenshin.corpus;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Real Java methods out of {@code -sources} jars, in a seeded order, each text once. */
public final class JavaMethods {
    private static final int MIN_CHARS = 90;
    private static final int MAX_CHARS = 420;

    /**
     * A method as it stands in its library.
     *
     * @param source name of the jar without version
     * @param code the method's text, from its annotations to its closing brace, with the indentation removed
     */
    public record Method(String source, String code) {}

    private JavaMethods() {}

    /**
     * Visits methods until the consumer has seen them all or returns false through {@code wanted}.
     *
     * @param jars directories of source jars
     * @param wanted answers whether more methods are needed
     */
    public static void visit(
            List<Path> jars, long seed, java.util.function.BooleanSupplier wanted, Consumer<Method> each) {
        JavaParser parser = new JavaParser(new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                .setAttributeComments(false));
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries(jars, seed)) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            String text = read(entry);
            ParseResult<CompilationUnit> parsed = parser.parse(text);
            String[] lines = text.split("\n", -1);
            parsed.getResult()
                    .ifPresent(unit -> unit.findAll(MethodDeclaration.class).forEach(method -> {
                        if (method.getBody().isEmpty()
                                || method.getBody().get().getStatements().isEmpty()) {
                            return;
                        }
                        String code = method.getRange()
                                .map(range -> slice(lines, range))
                                .orElse("");
                        if (code.length() >= MIN_CHARS
                                && code.length() <= MAX_CHARS
                                && seen.add(code.replaceAll("\\s+", ""))) {
                            each.accept(new Method(entry.source(), code));
                        }
                    }));
        }
    }

    private record Entry(Path jar, String name) {
        String source() {
            return jar.getFileName().toString().replaceAll("-[0-9].*$", "");
        }
    }

    private static List<Entry> entries(List<Path> jars, long seed) {
        List<Entry> entries = new ArrayList<>();
        jars.forEach(directory -> list(directory, entries));
        Collections.shuffle(entries, new Random(seed));
        return entries;
    }

    private static void list(Path jars, List<Entry> entries) {
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    zip.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.endsWith(".java") && !name.contains("-info"))
                            .sorted()
                            .forEach(name -> entries.add(new Entry(jar, name)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the source jars in " + jars, e);
        }
    }

    private static String read(Entry entry) {
        try (ZipFile zip = new ZipFile(entry.jar().toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry(entry.name())).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).replace("\r", "").replace("\t", "    ");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + entry, e);
        }
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
