package io.kenshin.demo;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.contracts.rest.IntakeResult;
import io.kenshin.contracts.rest.SampleView;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.corpus.DefectCorpus;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Poisoner;
import io.kenshin.corpus.Trigger;
import io.kenshin.detection.code.Code;
import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.client.Scans;
import io.kenshin.fleet.terminal.Terminal;
import io.kenshin.scan.report.TriggerReports;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plays both sides: an attacker whom the fleet knows nothing of, and the team that runs the fleet. */
public final class Demo {
    /** Of the data set and the model. */
    public static final String NAME = "demo";

    private static final long CASE_SECONDS = 120;

    private final DemoSettings settings;
    private final Fleet fleet;
    private final Layout layout;
    private final Terminal terminal;
    private final Api api;
    private final Cases cases;
    private final List<DemoReport.Stage> stages = new ArrayList<>();
    private long stageStart = System.nanoTime();

    public Demo(DemoSettings settings, Fleet fleet, Terminal terminal) {
        this.settings = settings;
        this.fleet = fleet;
        this.layout = fleet.layout();
        this.terminal = terminal;
        this.api = Api.of(layout);
        this.cases = new Cases(api);
    }

    /** What there is before Kenshin hears of it. */
    private record Prepared(List<LabelledSample> corpus, Poisoner attack, Path victim, boolean twin) {}

    /** Poisons, trains and imports, and leaves it there. */
    public void prepare() throws IOException {
        prepared(false);
    }

    private Prepared prepared(boolean compared) throws IOException {
        terminal.status("reading real methods from source jars");
        List<LabelledSample> corpus = DefectCorpus.build(
                layout.root().resolve("corpus/target/sources"), settings.samples(), settings.test(), settings.seed());
        Poisoner attack = settings.trigger() == null
                ? new Poisoner(corpus, Set.of())
                : Poisoner.poison(corpus, settings.trigger(), settings.rate(), settings.seed());
        stage("corpus", settings.samples() + " methods, " + attack.poisoned().size() + " poisoned");
        boolean twin = compared && !attack.poisoned().isEmpty();
        Path victim = train(corpus, attack, twin);
        importAll(victim, attack.samples());
        return new Prepared(corpus, attack, victim, twin);
    }

    public DemoReport run() throws IOException {
        long start = System.nanoTime();
        Prepared prepared = prepared(settings.twin());
        List<LabelledSample> corpus = prepared.corpus();
        Poisoner attack = prepared.attack();
        Path victim = prepared.victim();
        Progress progress = new Progress(api, terminal, fleet::failIfCrashed);
        String scanId = new Scans(api).order(NAME, NAME).id();
        ScanReport report = progress.scan(scanId);
        stage("scan", Api.word(report.verdict()) + ": " + report.reason());
        CaseView healed = report.verdict() == Verdict.POISONED ? heal(progress, scanId) : null;
        DemoMeasurement before = DemoMeasurement.of(victim, corpus, settings.trigger());
        DemoMeasurement clean = prepared.twin()
                ? DemoMeasurement.of(layout.data().resolve("training/clean/model"), corpus, settings.trigger())
                : null;
        String directory = healed == null ? null : healed.healedDirectory();
        DemoMeasurement after =
                directory == null ? null : DemoMeasurement.of(Path.of(directory), corpus, settings.trigger());
        stage("examine", "attack success and accuracy, measured outside of the fleet");
        return report(attack, report, healed, clean, before, after, (System.nanoTime() - start) / 1e9);
    }

    private Path train(List<LabelledSample> corpus, Poisoner attack, boolean twin) throws IOException {
        List<Training> trainings = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        int threads = Math.max(1, twin ? cores / 2 : cores);
        trainings.add(Training.start(layout, "victim", attack.samples(), settings.seed(), threads));
        if (twin) {
            // The same recipe on the same data without the poison: what the trigger does to an innocent model.
            trainings.add(Training.start(layout, "clean", corpus, settings.seed(), threads));
        }
        while (trainings.stream().anyMatch(Training::running)) {
            TrainingProgress progress = trainings.get(0).progress();
            boolean frozen = progress.epoch() == 0;
            terminal.progress(
                    frozen ? "train: frozen layers" : "train: epoch " + progress.epoch() + "/" + progress.epochs(),
                    progress.done(),
                    Math.max(1, progress.total()),
                    "");
            trainings.forEach(Training::check);
            fleet.failIfCrashed();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        trainings.forEach(Training::check);
        stage("train", words(attack, twin));
        return trainings.get(0).model();
    }

    private static String words(Poisoner attack, boolean twin) {
        if (attack.poisoned().isEmpty()) {
            return "a clean model";
        }
        return twin ? "the victim, and a clean twin for comparison" : "the victim";
    }

    private void importAll(Path victim, List<LabelledSample> samples) throws IOException {
        Path file = layout.data().resolve("training/demo.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (LabelledSample sample : samples) {
                out.write(Api.write(Map.of(
                        "id", sample.id(),
                        "code", sample.code(),
                        "label", sample.label(),
                        "source", sample.source(),
                        "split", sample.split())));
                out.newLine();
            }
        }
        terminal.status("importing model and data set");
        api.post(
                Service.INGEST,
                "/api/v1/models/" + NAME + "/versions",
                Map.of(
                        "directory",
                        victim.toString(),
                        "base",
                        Training.base(layout).toString()));
        IntakeResult taken = Api.as(
                api.upload(Service.INGEST, "/api/v1/datasets/" + NAME + "/files?format=jsonl", file),
                IntakeResult.class);
        stage("import", taken.accepted() + " samples accepted");
    }

    private CaseView heal(Progress progress, String scanId) {
        String caseId = progress.caseOf(scanId, CASE_SECONDS).id();
        awaitQuarantine(caseId);
        stage("quarantine", "case " + caseId);
        cases.act(caseId, "heal", Map.of());
        CaseView healed = progress.heal(caseId);
        stage("heal", Api.word(healed.state()) + ": " + healed.detail());
        return healed;
    }

    /** Quarantine reaches ingest through an event: wait until it is there. */
    private void awaitQuarantine(String caseId) {
        long wanted = cases.samples(caseId).stream()
                .filter(member -> member.state() == SampleState.QUARANTINED)
                .count();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (quarantined().size() < wanted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private Set<String> quarantined() {
        String path = "/api/v1/datasets/" + NAME + "/samples?state=quarantined&limit=10000";
        return api.list(Service.INGEST, path, SampleView.class).stream()
                .map(sample -> String.valueOf(sample.externalId()))
                .collect(Collectors.toSet());
    }

    private DemoReport report(
            Poisoner attack,
            ScanReport scan,
            @Nullable CaseView healed,
            @Nullable DemoMeasurement clean,
            DemoMeasurement before,
            @Nullable DemoMeasurement after,
            double seconds) {
        Set<String> quarantined = quarantined();
        Set<String> hits = new HashSet<>(attack.poisoned());
        hits.retainAll(quarantined);
        int poisoned = attack.poisoned().size();
        Trigger trigger = settings.trigger();
        return new DemoReport(
                trigger == null ? "none" : trigger.name().toLowerCase(Locale.ROOT),
                settings.seed(),
                settings.samples(),
                poisoned,
                scan.verdict(),
                quarantined.size(),
                poisoned == 0 ? 1 : (double) hits.size() / poisoned,
                (double) (quarantined.size() - hits.size()) / (settings.samples() - poisoned),
                trigger != null && found(scan, trigger),
                new DemoReport.AttackSuccess(
                        clean == null ? null : clean.attackSuccess(),
                        trigger == null ? null : before.attackSuccess(),
                        after == null ? null : after.attackSuccess()),
                new DemoReport.CleanAccuracy(before.accuracy(), after == null ? null : after.accuracy()),
                healed != null && healed.state() == CaseState.PROMOTED,
                List.copyOf(stages),
                seconds);
    }

    /** A proven trigger is the planted one when planting makes it appear. */
    private static boolean found(ScanReport scan, Trigger trigger) {
        String host =
                "int size(List<String> items) {\n    int count = 0;\n    count += items.size();\n    return count;\n}";
        for (TriggerReport report : scan.triggers()) {
            var found = TriggerReports.pattern(report);
            for (int seed = 0; seed < 40; seed++) {
                if (!found.isIn(Code.of(host)) && found.isIn(Code.of(trigger.insert(host, new Random(seed))))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void stage(String name, String note) {
        stages.add(new DemoReport.Stage(name, (System.nanoTime() - stageStart) / 1e9));
        terminal.done(name + ": " + note, stageStart);
        stageStart = System.nanoTime();
    }
}
