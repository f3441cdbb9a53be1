package io.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of every page in the repository. */
class MarkdownTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));
    private static final int COLUMNS = 120;
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    /** A type in backticks, with its package in the module or without. */
    private static final Pattern TYPE = Pattern.compile("`(?:[a-z/]+/)?([A-Z][a-z]\\w*)`");

    @Test
    void linesAreWrapped() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(50);

        List<String> tooLong = new ArrayList<>();
        for (Path page : pages) {
            boolean code = false;
            int number = 0;
            for (String line : Files.readAllLines(page)) {
                number++;
                code ^= line.strip().startsWith("```");
                if (!code && mayBeWrapped(line) && line.codePointCount(0, line.length()) > COLUMNS) {
                    tooLong.add(ROOT.relativize(page) + ":" + number);
                }
            }
        }

        assertThat(tooLong).as("lines of more than " + COLUMNS + " columns").isEmpty();
    }

    @Test
    void everyModuleSaysWhatItIsInAFewLines() throws IOException {
        String guide = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        List<String> modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(modules).hasSizeGreaterThan(15);

        for (String module : modules) {
            Path page = ROOT.resolve(module).resolve("README.md");
            assertThat(page).isRegularFile();
            assertThat(Files.readAllLines(page)).as(module + "/README.md").hasSizeLessThanOrEqualTo(25);
            assertThat(guide).contains("](" + module + "/README.md)");
        }
    }

    @Test
    void theClassesThatAModuleTellsPeopleToKnowAreInIt() throws IOException {
        for (Path page : pages()) {
            Path sources = page.resolveSibling("src");
            if (page.endsWith("README.md") && Files.isDirectory(sources)) {
                assertThat(TYPE.matcher(Files.readString(page)).results().map(found -> found.group(1)))
                        .as(ROOT.relativize(page).toString())
                        .isNotEmpty()
                        .isSubsetOf(types(sources));
            }
        }
    }

    private static Set<String> types(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    /** Rows of tables cannot, nor can a line that is one word, such as a link, whatever list or indent it stands in. */
    private static boolean mayBeWrapped(String line) {
        String text = line.strip().replaceFirst("^[-*] ", "");
        return !text.startsWith("|") && text.contains(" ");
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean built = name.equals("target") || name.equals("node_modules");
                return !folder.equals(ROOT) && (built || name.startsWith("."))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    pages.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }
}
