package io.kenshin.benchmarks.victim;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of a benchmark that trains models: where they are kept, and how many are trained at a time. */
public final class WorkshopOption {
    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "where trained models are kept, 140 MB each (default: benchmarks/target/victims)")
    private Path work = Path.of("");

    @Option(names = "--jobs", paramLabel = "N", description = "trainings at a time (default: one per core)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where real data lies (Devign, Bugs2Fix, Lyra); without it, what needs it is left out")
    private Path data = Path.of("");

    /** The installation that is measured. */
    public Path root() {
        return Path.of(System.getProperty("kenshin.root", ".")).toAbsolutePath();
    }

    public Path store() {
        return work.toString().isEmpty() ? root().resolve("benchmarks/target/victims") : work;
    }

    public Places places() {
        return new Places(root(), store(), data);
    }

    /** Whether a case can be made here; one of real data needs its directory. */
    public boolean can(Case wanted) {
        return !wanted.dataset().isReal() || !data.toString().isEmpty();
    }

    public int jobs() {
        return jobs;
    }

    public Workshop open() throws IOException {
        return new Workshop(places(), jobs);
    }
}
