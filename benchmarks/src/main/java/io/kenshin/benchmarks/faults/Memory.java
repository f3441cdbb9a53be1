package io.kenshin.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Memory of processes, from Linux's own account of it. */
final class Memory {
    private Memory() {}

    /**
     * MiB that a process and its children hold, what they share counted once (proportional set size); 0 for one that
     * has ended.
     */
    static double mebibytes(ProcessHandle process) throws IOException {
        double sum = 0;
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        for (ProcessHandle each : all) {
            sum += proportional(each.pid());
        }
        return sum;
    }

    private static double proportional(long id) throws IOException {
        Path account = Path.of("/proc", Long.toString(id), "smaps_rollup");
        try (Stream<String> lines = Files.lines(account)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            // One that ends this moment has a directory still, and nothing in it can be read.
            if (Files.exists(account.getParent())
                    && !String.valueOf(e.getMessage()).contains("No such process")) {
                throw e;
            }
            return 0;
        }
    }
}
