package io.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreatModelTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));

    @Test
    void eachMitigationNamesATestThatThereIs() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(ROOT)) {
            sources = files.filter(file -> file.toString().contains("src/test/java")
                            && file.toString().endsWith(".java"))
                    .toList();
        }
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/threat-model.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        for (String row : rows) {
            String last = row.substring(row.lastIndexOf('|', row.length() - 2));
            List<MatchResult> named = Pattern.compile("`(\\w+(?:Test|IT|E2E))(?:\\.(\\w+))?`")
                    .matcher(last)
                    .results()
                    .toList();
            assertThat(named.size() + (last.contains("kenshin benchmark") ? 1 : 0))
                    .as(row)
                    .isPositive();
            for (MatchResult test : named) {
                List<Path> classes = sources.stream()
                        .filter(file -> file.endsWith(test.group(1) + ".java"))
                        .toList();
                assertThat(classes).as(test.group()).isNotEmpty();
                if (test.group(2) != null) {
                    assertThat(classes)
                            .as(test.group())
                            .anyMatch(file -> text(file).contains(" " + test.group(2) + "("));
                }
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
