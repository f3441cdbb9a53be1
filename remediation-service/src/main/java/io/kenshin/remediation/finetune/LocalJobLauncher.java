package io.kenshin.remediation.finetune;

import io.kenshin.remediation.settings.RemediationSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs jobs as processes of this machine; each has a directory with its process id, its log and its output. */
final class LocalJobLauncher implements JobLauncher {
    private static final String METRICS = "output/metrics.json";
    private static final int TAIL_LINES = 5;
    private static final Duration CLOCK_SET = Duration.ofSeconds(10);

    private final Path root;
    private final List<String> command;

    LocalJobLauncher(RemediationSettings.Jobs settings) {
        root = Path.of(settings.directory()).toAbsolutePath();
        command = settings.command();
    }

    @Override
    public void start(JobSpec spec) {
        Path directory = root.resolve(spec.id());
        Path pid = directory.resolve("pid");
        if (Files.exists(pid) || Files.exists(directory.resolve(METRICS))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Optional<ProcessHandle> orphan = orphan(directory);
            if (orphan.isPresent()) {
                note(pid, orphan.get());
                return;
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("job.log").toFile());
            builder.environment().putAll(spec.environment());
            note(pid, builder.start().toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException("the job " + spec.id() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Whole or not at all: half an id would say that the job is not running. */
    private static void note(Path pid, ProcessHandle process) throws IOException {
        Path written = Files.writeString(pid.resolveSibling("pid.new"), process.pid() + " " + started(process));
        Files.move(written, pid, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A process that was started in this directory by one who was killed before it had noted the id. Known only where
     * the system shows in what directory a process works; elsewhere there is none.
     */
    private static Optional<ProcessHandle> orphan(Path directory) throws IOException {
        Path own = directory.toRealPath();
        return ProcessHandle.allProcesses()
                .filter(process -> own.equals(works(process)))
                .min(Comparator.comparing(
                        process -> process.info().startInstant().orElse(Instant.MAX)));
    }

    private static @Nullable Path works(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    @Override
    public JobStatus status(String jobId) {
        Path directory = root.resolve(jobId);
        if (handle(directory).isPresent()) {
            return JobStatus.of(JobStatus.State.RUNNING);
        }
        if (Files.exists(directory.resolve(METRICS))) {
            return JobStatus.of(JobStatus.State.SUCCEEDED);
        }
        return new JobStatus(JobStatus.State.FAILED, "the trainer ended without metrics: " + tail(directory));
    }

    @Override
    public void cancel(String jobId) {
        handle(root.resolve(jobId)).ifPresent(ProcessHandle::destroy);
    }

    /** The job's process if it still runs: the same id later used by another process is told by its start time. */
    private static Optional<ProcessHandle> handle(Path directory) {
        try {
            String[] known = Files.readString(directory.resolve("pid")).split(" ", 2);
            return ProcessHandle.of(Long.parseLong(known[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> nearly(started(process), Instant.parse(known[1])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** A system that counts from its start tells another instant to each reader when its clock has been set. */
    private static boolean nearly(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_SET) < 0;
    }

    private String tail(Path directory) {
        List<String> lines = log(directory.getFileName().toString(), TAIL_LINES);
        return lines.isEmpty() ? "no log" : String.join(" | ", lines);
    }

    @Override
    public List<String> log(String jobId, int lines) {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader in = Files.newBufferedReader(root.resolve(jobId).resolve("job.log"))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                last.add(line);
                if (last.size() > lines) {
                    last.remove();
                }
            }
        } catch (IOException e) {
            return List.copyOf(last);
        }
        return List.copyOf(last);
    }
}
