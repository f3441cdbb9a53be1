package io.kenshin.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** What a fleet leaves running when the process that started it was killed. */
public final class Leftovers {
    private static final long STOP_SECONDS = 15;

    private Leftovers() {}

    /** Stops the parts that a note names, if the one that wrote it is gone; does nothing without a note. */
    public static void stop(Path data) {
        if (!Files.exists(data.resolve(FleetFile.NAME))) {
            return;
        }
        FleetFile note = FleetFile.find(data);
        if (ProcessHandle.of(note.supervisor()).isPresent()) {
            return;
        }
        List<ProcessHandle> running = new ArrayList<>();
        note.processes().values().forEach(id -> find(id, Leftovers::isPart, running));
        postmaster(data, running);
        running.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : running) {
            try {
                process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw new FleetException("an earlier fleet cannot be stopped: " + e.getMessage(), e);
            }
        }
        try {
            note.remove();
        } catch (IOException e) {
            throw new FleetException("the note of an earlier fleet cannot be removed: " + e.getMessage(), e);
        }
    }

    private static void postmaster(Path data, List<ProcessHandle> running) {
        Path file = data.resolve("postgres/data/postmaster.pid");
        try {
            if (Files.exists(file)) {
                long id = Long.parseLong(Files.readAllLines(file).get(0).strip());
                find(id, command -> command.contains("postgres"), running);
            }
        } catch (IOException | NumberFormatException e) {
            // No database is left, or it says nothing of use: starting will say what is wrong, if anything is.
        }
    }

    /** Ids are used again: only a process that looks like a part of a fleet is one. */
    private static void find(long id, Predicate<String> looksRight, List<ProcessHandle> running) {
        ProcessHandle.of(id)
                .filter(process -> looksRight.test(process.info().commandLine().orElse("")))
                .ifPresent(running::add);
    }

    private static boolean isPart(String command) {
        return command.contains("quarkus-run.jar") || command.contains("EmbeddedBroker");
    }
}
