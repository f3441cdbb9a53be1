package io.kenshin.benchmarks.faults;

import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.FleetBenchmark;
import io.kenshin.corpus.Trigger;
import io.kenshin.demo.Demo;
import io.kenshin.demo.DemoSettings;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether what goes wrong changes what is found. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Scans a poisoned data set again and again while parts are killed or paused and records are repeated or malformed,",
            "and compares every report with that of an undisturbed scan."
        })
public final class FaultsBenchmark extends FleetBenchmark {
    /** A file system with less space than this is filled. */
    private static final long SMALL_BYTES = 8L << 30;

    @Option(names = "--faults", defaultValue = "100", description = "How many (default: ${DEFAULT-VALUE})")
    private int faults;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of their order and their times (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Only these: ${COMPLETION-CANDIDATES} (default: all)")
    private Fault.Kind[] kinds = Fault.Kind.values();

    @Override
    protected void measure(FaultyFleet fleet, Terminal terminal, Path report) throws Exception {
        takeNothingOut(fleet);
        new Demo(new DemoSettings(Trigger.FIXED, 0.1, 400, seed), fleet, terminal).prepare();
        try (FaultRun run = new FaultRun(fleet, Demo.NAME, Demo.NAME, 1, seed)) {
            Outcomes outcomes = new Outcomes(run, "faults", seed, report);
            for (Fault fault : order(possible(fleet.layout().data()))) {
                terminal.status("fault " + (outcomes.count() + 1) + " of " + faults + ": " + fault);
                outcomes.add(run.with(fault));
            }
        }
    }

    private List<Fault> possible(Path data) throws IOException {
        List<Fault> possible = Fault.all();
        if (Files.getFileStore(data).getUsableSpace() < SMALL_BYTES) {
            // As often as a part is killed or paused: a full disk ends several of them.
            possible.add(new Fault(Fault.Kind.FULL, Fault.DISK));
            possible.add(new Fault(Fault.Kind.FULL, Fault.DISK));
        } else {
            System.out.println("no disk is filled: for that, name a small file system of its own with --data");
        }
        possible.removeIf(fault -> !List.of(kinds).contains(fault.kind()));
        if (possible.isEmpty()) {
            throw new FleetException("none of these can be done here: " + List.of(kinds));
        }
        return possible;
    }

    /** All of them in turn, each turn in another order. */
    private List<Fault> order(List<Fault> possible) {
        Random random = new Random(seed);
        List<Fault> order = new ArrayList<>();
        while (order.size() < faults) {
            List<Fault> turn = new ArrayList<>(possible);
            Collections.shuffle(turn, random);
            order.addAll(turn);
        }
        return order.subList(0, faults);
    }
}
