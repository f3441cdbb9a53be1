package io.kenshin.benchmarks.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Contenders of a benchmark in processes of their own, whose memory and warm-up are theirs alone. */
public final class Forked {
    private Forked() {}

    /** The command of a class of the benchmarks, with a heap such as {@code -Xmx1g}. */
    public static List<String> java(String heap, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return command;
    }

    /**
     * Runs a command to its end; what it says of errors goes where ours go.
     *
     * @return what it printed
     * @throws IllegalStateException when it failed
     */
    public static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("ended with " + process.exitValue() + ": " + String.join(" ", command));
        }
        return printed;
    }
}
