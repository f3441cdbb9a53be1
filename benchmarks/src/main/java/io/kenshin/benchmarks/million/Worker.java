package io.kenshin.benchmarks.million;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.detection.propose.CandidateSource;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.InvestigationListener;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.scan.Choice;
import io.kenshin.scan.Conclusion;
import io.kenshin.scan.Replay;
import io.kenshin.scan.ScanStudy;
import io.kenshin.scan.rare.Room;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.scan.sample.Reservoir;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One scan, in a process of its own: {@code DATA TASK SAMPLES SKETCH-MEGABYTES CARRIERS FEWER[,FEWER…]}. Prints one line
 * of JSON, {@link Figures}.
 */
public final class Worker {
    private static final long SEED = 1;
    private static final double NEARLY = 0.9;

    private final Million million;
    private final Task task;
    private final Room room;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<String, Double> cpu = new LinkedHashMap<>();
    private final Map<String, Integer> heap = new LinkedHashMap<>();
    private final List<Candidate> examined = new ArrayList<>();
    private int readings;

    private Worker(Million million, Task task, Room room) {
        this.million = million;
        this.task = task;
        this.room = room;
    }

    public static void main(String[] arguments) throws IOException {
        Task task = Task.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        List<Integer> fewer = new ArrayList<>();
        for (String few : arguments[5].split(",", -1)) {
            fewer.add(Integer.parseInt(few));
        }
        List<Planted> planted = Planted.of(Integer.parseInt(arguments[4]), fewer);
        Million million = new Million(Path.of(arguments[0]), task, planted, Integer.parseInt(arguments[2]), SEED);
        Room room = Room.of(Reservoir.MOST, Integer.parseInt(arguments[3]));
        System.out.println(new ObjectMapper().writeValueAsString(new Worker(million, task, room).run()));
    }

    private Figures run() {
        timed("making", () -> million.read(batch -> {}));
        Replay replay = each -> timed("reading " + ++readings, () -> million.read(each));
        ScanStudy study = new ScanStudy(
                million.plan(), Thresholds.DEFAULTS, task.model(million.planted()), new TokenRewriter(), SEED);
        Choice choice = study.choose(room, replay);
        ChosenSamples samples = choice.byId();
        List<Investigation.Result> results = new ArrayList<>();
        timed("investigating", () -> results.add(study.investigate(samples, recording(), InvestigationListener.NONE)));
        Conclusion conclusion = study.conclude(
                study.score(samples, results.get(0), WeakEvidence.none(), replay), choice.least(), List.of());
        conclusion
                .triggers()
                .forEach(trigger -> System.err.printf(
                        Locale.ROOT,
                        "%s, %d carriers, AUC %.2f and %.2f: %s%n",
                        Boolean.TRUE.equals(trigger.confirmed()) ? "proven" : "suspected",
                        trigger.carriers(),
                        trigger.otherAuc(),
                        trigger.ownAuc(),
                        trigger.pattern()));
        return figures(choice, samples, conclusion);
    }

    private void timed(String step, Runnable work) {
        long start = System.nanoTime();
        long cpuStart = cpuNanos();
        work.run();
        seconds.put(step, (System.nanoTime() - start) / 1e9);
        cpu.put(step, (cpuNanos() - cpuStart) / 1e9);
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        heap.put(step, (int) (used >> 20));
        System.err.printf(Locale.ROOT, "%s: %.1f s, %d MiB%n", step, seconds.get(step), used >> 20);
    }

    /** Of all threads of this process: other work on the machine does not count. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The investigation as it is, with a record of what it examines. */
    private Investigation recording() {
        List<CandidateSource> sources = new ArrayList<>();
        for (CandidateSource source : Investigation.sources()) {
            sources.add(docket -> {
                List<MaskedCandidate> proposed = source.propose(docket);
                proposed.forEach(masked -> examined.add(masked.candidate()));
                return proposed;
            });
        }
        return new Investigation(sources, Investigation.rules());
    }

    private Figures figures(Choice choice, ChosenSamples samples, Conclusion conclusion) {
        Set<String> held = ids(conclusion, Decision.QUARANTINE);
        Set<String> asked = ids(conclusion, Decision.REVIEW);
        Set<String> poisoned = new HashSet<>();
        List<Figures.Trigger> triggers = new ArrayList<>();
        for (Planted trigger : million.planted()) {
            List<String> carriers = million.carriers(trigger);
            poisoned.addAll(carriers);
            triggers.add(trigger(trigger, carriers, samples.samples(), held));
        }
        int found = (int) held.stream().filter(poisoned::contains).count();
        return new Figures(
                task.name().toLowerCase(Locale.ROOT),
                million.plan().samples(),
                seconds,
                cpu,
                heap,
                samples.samples().size(),
                choice.rare().size(),
                choice.least(),
                examined.size(),
                poisoned.size(),
                found,
                held.size() - found,
                (int) asked.stream().filter(id -> !poisoned.contains(id)).count(),
                conclusion.verdict().name().toLowerCase(Locale.ROOT),
                triggers);
    }

    private Figures.Trigger trigger(Planted trigger, List<String> carriers, List<Sample> samples, Set<String> held) {
        Set<String> ids = new HashSet<>(carriers);
        List<Integer> looked = IntStream.range(0, samples.size())
                .filter(i -> ids.contains(samples.get(i).id()))
                .boxed()
                .toList();
        boolean isExamined = looked.size() >= NEARLY * carriers.size()
                && examined.stream().anyMatch(candidate -> isOf(candidate, looked));
        return new Figures.Trigger(
                trigger.name(),
                carriers.size(),
                (double) carriers.size() * room.samples() / million.plan().samples(),
                looked.size(),
                isExamined,
                (int) carriers.stream().filter(held::contains).count());
    }

    private static boolean isOf(Candidate candidate, List<Integer> carriers) {
        long shared = carriers.stream().filter(candidate.carriers()::get).count();
        return candidate.target().index() == 0
                && shared >= NEARLY * carriers.size()
                && shared >= NEARLY * candidate.carriers().cardinality();
    }

    private static Set<String> ids(Conclusion conclusion, Decision decision) {
        return conclusion.findings().stream()
                .filter(finding -> finding.decision() == decision)
                .map(SampleFinding::sampleId)
                .collect(Collectors.toSet());
    }
}
