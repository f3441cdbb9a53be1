package io.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kenshin.benchmarks.Benchmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation tells people to type is what the command line understands. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./kenshin ([^#\\n]+)");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path file : Stream.concat(
                            files.filter(path -> path.toString().endsWith(".md")), Stream.of(ROOT.resolve("README.md")))
                    .toList()) {
                COMMAND.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> commands.add(found.group(1).strip()));
            }
        }
        return commands;
    }

    @Test
    void everyDocumentedCommandParses() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(25);
        for (String command : commands()) {
            List<String> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(command.replace("DECISION", "1"));
            while (matcher.find()) {
                words.add(matcher.group().replace("\"", ""));
            }
            assertThatCode(() -> parse(words)).as("./kenshin " + command).doesNotThrowAnyException();
        }
    }

    /** Benchmarks have their options in a process of their own, to which the command line passes everything on. */
    private static void parse(List<String> words) {
        Kenshin.commandLine().parseArgs(words.toArray(String[]::new));
        if (words.get(0).equals("benchmark")) {
            Benchmarks.commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        }
    }
}
