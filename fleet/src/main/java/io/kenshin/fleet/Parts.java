package io.kenshin.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The processes of a fleet by the names of its parts, in the order in which they were first started. */
final class Parts {
    private static final long STOP_SECONDS = 10;

    private final Layout layout;
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private @Nullable FleetFile file;

    Parts(Layout layout) {
        this.layout = layout;
    }

    /** Starts a part, or starts it again, and notes it where other commands look. */
    void spawn(String name, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(layout.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(layout.log(name).toFile());
        builder.environment().putAll(environment);
        processes.put(name, builder.start());
        Map<String, Long> ids = new LinkedHashMap<>();
        processes.forEach((part, process) -> ids.put(part, process.pid()));
        file = new FleetFile(
                layout.data().toString(), layout.port(), ProcessHandle.current().pid(), ids);
        file.write();
    }

    /** @throws FleetException when there is no part of this name */
    Process process(String part) {
        Process process = processes.get(part);
        if (process == null) {
            throw new FleetException("the fleet has no part " + part);
        }
        return process;
    }

    /** Ends a part, and keeps its log beside that of the next start: why it had to be ended stands there. */
    void end(String part) throws IOException {
        Process process = process(part);
        process.destroy();
        awaitEnd(process);
        Path log = layout.log(part);
        Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
    }

    void forget(String part) {
        processes.remove(part);
    }

    void failIfCrashed() {
        processes.keySet().forEach(this::failIfCrashed);
    }

    /** @throws FleetException when the part has ended by itself, with the end of its log */
    void failIfCrashed(String part) {
        Process process = processes.get(part);
        if (process != null && !process.isAlive()) {
            throw new FleetException(part + " stopped with exit code " + process.exitValue() + ": "
                    + tail(layout.log(part)) + "\n  its log: " + layout.log(part));
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> telling = lines.stream()
                    .filter(line -> line.contains("ERROR") || line.contains("Exception") || line.contains("Caused by"))
                    .toList();
            List<String> shown = telling.isEmpty() ? lines : telling;
            return String.join(" | ", shown.subList(0, Math.min(3, shown.size())));
        } catch (IOException e) {
            return "no log";
        }
    }

    /** Stops everything: the first part, which the others need, when they are gone. */
    void stop() {
        List<Process> reversed = new ArrayList<>(processes.values());
        Collections.reverse(reversed);
        List<Process> others = reversed.subList(0, Math.max(0, reversed.size() - 1));
        others.forEach(Process::destroy);
        others.forEach(Parts::awaitEnd);
        if (!reversed.isEmpty()) {
            Process first = reversed.get(reversed.size() - 1);
            first.destroy();
            awaitEnd(first);
        }
    }

    /** Takes the note away. */
    void removeNote() throws IOException {
        if (file != null) {
            file.remove();
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
