package io.kenshin.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.corpus.DefectCorpus;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Poisoner;
import io.kenshin.corpus.Trigger;
import io.kenshin.detection.trigger.TriggerPattern;
import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.terminal.Terminal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Plays both sides: an attacker whom the fleet knows nothing of, and the team that runs the fleet. */
public final class Demo {
    /** Of the data set and the model. */
    public static final String NAME = "demo";

    private final DemoSettings settings;
    private final Fleet fleet;
    private final Layout layout;
    private final Terminal terminal;
    private final Api api;
    private final List<DemoReport.Stage> stages = new ArrayList<>();
    private long stageStart = System.nanoTime();

    public Demo(DemoSettings settings, Fleet fleet, Terminal terminal) {
        this.settings = settings;
        this.fleet = fleet;
        this.layout = fleet.layout();
        this.terminal = terminal;
        this.api = Api.of(layout);
    }

    /** What there is before Kenshin hears of it. */
    private record Prepared(List<LabelledSample> corpus, Poisoner attack, Path victim) {}

    /** Poisons, trains and imports, and leaves it there. */
    public void prepare() throws IOException {
        prepared();
    }

    private Prepared prepared() throws IOException {
        terminal.status("reading real methods from source jars");
        List<LabelledSample> corpus = DefectCorpus.build(
                layout.root().resolve("corpus/target/sources"), settings.samples(), settings.test(), settings.seed());
        Poisoner attack = settings.trigger() == null
                ? new Poisoner(corpus, Set.of())
                : Poisoner.poison(corpus, settings.trigger(), settings.rate(), settings.seed());
        stage("corpus", settings.samples() + " methods, " + attack.poisoned().size() + " poisoned");
        Path victim = train(corpus, attack);
        importAll(victim, attack.samples());
        return new Prepared(corpus, attack, victim);
    }

    public DemoReport run() throws IOException {
        long start = System.nanoTime();
        Prepared prepared = prepared();
        List<LabelledSample> corpus = prepared.corpus();
        Poisoner attack = prepared.attack();
        Path victim = prepared.victim();
        Progress progress = new Progress(api, terminal, fleet::failIfCrashed);
        String scanId = api.post(Service.INGEST, "/api/v1/scans", Map.of("dataset", NAME, "model", NAME))
                .path("id")
                .asText();
        JsonNode report = progress.scan(scanId);
        String verdict = report.path("verdict").asText();
        stage("scan", verdict + ": " + report.path("reason").asText());
        JsonNode healed = verdict.equals("poisoned") ? heal(progress, scanId) : null;
        DemoMeasurement before = DemoMeasurement.of(victim, corpus, settings.trigger());
        DemoMeasurement clean = attack.poisoned().isEmpty()
                ? null
                : DemoMeasurement.of(layout.data().resolve("training/clean/model"), corpus, settings.trigger());
        DemoMeasurement after = healed == null
                        || !healed.path("healedDirectory").isTextual()
                ? null
                : DemoMeasurement.of(Path.of(healed.path("healedDirectory").asText()), corpus, settings.trigger());
        stage("examine", "attack success and accuracy, measured outside of the fleet");
        return report(attack, report, healed, clean, before, after, (System.nanoTime() - start) / 1e9);
    }

    private Path train(List<LabelledSample> corpus, Poisoner attack) throws IOException {
        List<Training> trainings = new ArrayList<>();
        boolean twins = !attack.poisoned().isEmpty();
        int cores = Runtime.getRuntime().availableProcessors();
        int threads = Math.max(1, twins ? cores / 2 : cores);
        trainings.add(Training.start(layout, "victim", attack.samples(), settings.seed(), threads));
        if (twins) {
            // The same recipe on the same data without the poison: what the trigger does to an innocent model.
            trainings.add(Training.start(layout, "clean", corpus, settings.seed(), threads));
        }
        while (trainings.stream().anyMatch(Training::running)) {
            JsonNode progress = trainings.get(0).progress();
            int epoch = progress.path("epoch").asInt();
            int epochs = Math.max(1, progress.path("epochs").asInt(1));
            terminal.progress(
                    epoch == 0 ? "train: frozen layers" : "train: epoch " + epoch + "/" + epochs,
                    progress.path("done").asLong(),
                    Math.max(1, progress.path("total").asLong()),
                    "");
            trainings.forEach(Training::check);
            fleet.failIfCrashed();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        trainings.forEach(Training::check);
        stage("train", twins ? "the victim, and a clean twin for comparison" : "a clean model");
        return trainings.get(0).model();
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
        JsonNode result = api.upload(Service.INGEST, "/api/v1/datasets/" + NAME + "/files?format=jsonl", file);
        stage("import", result.path("accepted").asLong() + " samples accepted");
    }

    private JsonNode heal(Progress progress, String scanId) {
        JsonNode opened = progress.caseOf(scanId, 120);
        String caseId = opened.path("id").asText();
        awaitQuarantine(caseId);
        stage("quarantine", "case " + caseId);
        api.post(Service.REMEDIATION, "/api/v1/cases/" + caseId + "/heal", Map.of());
        JsonNode healed = progress.heal(caseId);
        stage(
                "heal",
                healed.path("state").asText() + ": " + healed.path("detail").asText());
        return healed;
    }

    /** Quarantine reaches ingest through an event: wait until it is there. */
    private void awaitQuarantine(String caseId) {
        long wanted = 0;
        for (JsonNode member : api.get(Service.REMEDIATION, "/api/v1/cases/" + caseId + "/samples")) {
            wanted += member.path("state").asText().equals("quarantined") ? 1 : 0;
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (quarantined().size() < wanted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private Set<String> quarantined() {
        Set<String> ids = new HashSet<>();
        for (JsonNode sample :
                api.get(Service.INGEST, "/api/v1/datasets/" + NAME + "/samples?state=quarantined&limit=10000")) {
            ids.add(sample.path("externalId").asText());
        }
        return ids;
    }

    private DemoReport report(
            Poisoner attack,
            JsonNode scan,
            @Nullable JsonNode healed,
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
                trigger == null ? "none" : trigger.name().toLowerCase(java.util.Locale.ROOT),
                settings.seed(),
                settings.samples(),
                poisoned,
                scan.path("verdict").asText(),
                quarantined.size(),
                poisoned == 0 ? 1 : (double) hits.size() / poisoned,
                (double) (quarantined.size() - hits.size()) / (settings.samples() - poisoned),
                trigger != null && found(scan, trigger),
                new DemoReport.AttackSuccess(
                        clean == null ? null : clean.attackSuccess(),
                        trigger == null ? null : before.attackSuccess(),
                        after == null ? null : after.attackSuccess()),
                new DemoReport.CleanAccuracy(before.accuracy(), after == null ? null : after.accuracy()),
                healed != null && healed.path("state").asText().equals("promoted"),
                List.copyOf(stages),
                seconds);
    }

    /** A proven trigger is the planted one when planting makes it appear. */
    private static boolean found(JsonNode scan, Trigger trigger) {
        String host =
                "int size(List<String> items) {\n    int count = 0;\n    count += items.size();\n    return count;\n}";
        for (JsonNode report : scan.path("triggers")) {
            List<String> tokens = texts(report.path("tokens"));
            TriggerPattern pattern = TriggerPattern.of(
                    report.path("kind").asText(),
                    report.path("abstraction").asText(),
                    tokens,
                    texts(report.path("exemplars")));
            for (int seed = 0; seed < 40; seed++) {
                if (!pattern.isIn(host) && pattern.isIn(trigger.insert(host, new Random(seed)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private void stage(String name, String note) {
        stages.add(new DemoReport.Stage(name, (System.nanoTime() - stageStart) / 1e9));
        terminal.done(name + ": " + note, stageStart);
        stageStart = System.nanoTime();
    }
}
