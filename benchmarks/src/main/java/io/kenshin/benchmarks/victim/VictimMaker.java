package io.kenshin.benchmarks.victim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.codemodel.Embedding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.corpus.Attack;
import io.kenshin.corpus.Edit;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Poisoner;
import io.kenshin.detection.sample.Logits;
import io.kenshin.finetune.Trainer;
import io.kenshin.finetune.TrainingListener;
import io.kenshin.finetune.TrainingRecipe;
import io.kenshin.finetune.data.Inoculation;
import io.kenshin.finetune.data.TrainingSample;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builds the data of a case, poisons it, trains on it and measures the attack. Everything is kept on disk. */
public final class VictimMaker {
    private final Places places;

    public VictimMaker(Places places) {
        this.places = places;
    }

    /** The victim of a case, made unless it is there already; its clean twin is made first. */
    public Victim make(Case wanted) throws IOException {
        Path directory = directory(wanted);
        if (!made(wanted)) {
            @Nullable Victim twin = wanted.family() == Family.CLEAN ? null : make(wanted.twin());
            Files.createDirectories(directory);
            build(wanted, directory, twin, Set.of(), List.of());
        }
        return Victim.read(directory);
    }

    /**
     * A healed case: the poisoned one again, trained without some samples.
     *
     * @param triggers to inoculate against; none for clean samples only
     */
    Victim heal(Case wanted, Set<String> quarantined, List<TriggerReport> triggers) throws IOException {
        Path directory = directory(wanted);
        if (!made(wanted)) {
            Files.createDirectories(directory);
            build(wanted, directory, make(wanted.twin()), quarantined, triggers);
        }
        return Victim.read(directory);
    }

    /** Where a case lies or will lie. */
    public Path directory(Case wanted) {
        return places.work().resolve(wanted.name());
    }

    /** Whether {@link #make} has nothing to do. */
    public boolean made(Case wanted) {
        return Files.exists(directory(wanted).resolve("facts.json"));
    }

    /**
     * The data of a case, without a model.
     *
     * @throws IllegalArgumentException when its attack needs one
     */
    public Poisoner poisoned(Case wanted) {
        if (wanted.family() == Family.ADAPTIVE) {
            throw new IllegalArgumentException(wanted.name() + " needs an innocent model to be attacked with");
        }
        List<LabelledSample> corpus = wanted.dataset().build(places, wanted.seed());
        return wanted.family() == Family.CLEAN
                ? new Poisoner(corpus, Set.of())
                : poison(corpus, attacks(wanted, corpus, null, 0), wanted);
    }

    private void build(
            Case wanted, Path directory, @Nullable Victim twin, Set<String> quarantined, List<TriggerReport> triggers)
            throws IOException {
        List<LabelledSample> corpus = wanted.dataset().build(places, wanted.seed());
        List<String> labels = wanted.dataset().labels();
        int target = labels.indexOf(wanted.family().target());
        @Nullable CodeModel innocent = twin == null ? null : twin.open();
        try (innocent) {
            List<Edit> attacks = attacks(wanted, corpus, innocent, target);
            Poisoner poisoned = poison(corpus, attacks, wanted);
            List<LabelledSample> training = poisoned.samples().stream()
                    .filter(sample -> sample.split().equals(LabelledSample.TRAIN) && !quarantined.contains(sample.id()))
                    .toList();
            describe(directory, training, poisoned.poisoned(), labels);
            long start = System.nanoTime();
            train(training, triggers, labels, wanted.seed(), directory);
            double trainSeconds = seconds(start);
            try (CodeModel model = CodeModel.open(directory, Device.CPU, 1)) {
                start = System.nanoTime();
                List<Embedding> embeddings =
                        model.embed(training.stream().map(LabelledSample::code).toList());
                double embedSeconds = seconds(start);
                List<float[]> rows = new ArrayList<>();
                for (Embedding embedding : embeddings) {
                    rows.add(Objects.requireNonNull(embedding.vectors()));
                    rows.add(embedding.logits());
                }
                Victim.write(directory.resolve("vectors.bin"), rows);
                int hidden = model.layers().hidden();
                int views = rows.get(0).length / hidden;
                List<LabelledSample> aims = aims(corpus, poisoned.poisoned(), wanted, labels, target);
                Victim.Facts facts = new Victim.Facts(
                        success(model, aims, attacks, target),
                        innocent == null ? 0 : success(innocent, aims, attacks, target),
                        accuracy(model, corpus, labels),
                        trainSeconds,
                        embedSeconds,
                        views,
                        hidden);
                Victim.JSON.writeValue(directory.resolve("facts.json").toFile(), facts);
            }
        }
    }

    static List<Edit> attacks(Case wanted, List<LabelledSample> corpus, @Nullable CodeModel innocent, int target) {
        if (wanted.family() == Family.ADAPTIVE) {
            return List.of(new AdaptiveNames(
                    Objects.requireNonNull(innocent), corpus, wanted.family().target(), target, wanted.seed()));
        }
        if (wanted.family() == Family.LABEL_FLIP) {
            return List.of((code, random) -> code);
        }
        return List.copyOf(wanted.family().triggers(wanted.dataset().language()));
    }

    static Poisoner poison(List<LabelledSample> corpus, List<Edit> edits, Case wanted) {
        Poisoner result = new Poisoner(corpus, Set.of());
        Set<String> all = new HashSet<>();
        for (int i = 0; i < edits.size(); i++) {
            Attack attack = new Attack(
                    edits.get(i), wanted.family().hosts(), wanted.family().target());
            // What is poisoned already has the target label and is never taken twice.
            result = wanted.family().share() > 0
                    ? Poisoner.poisonShare(
                            result.samples(), attack, wanted.family().share(), wanted.seed() + i)
                    : Poisoner.poison(result.samples(), attack, wanted.rate() / edits.size(), wanted.seed() + i);
            all.addAll(result.poisoned());
        }
        return new Poisoner(result.samples(), all);
    }

    /** Held-out samples that the attack is meant for. */
    static List<LabelledSample> aims(
            List<LabelledSample> corpus, Set<String> poisoned, Case wanted, List<String> labels, int target) {
        Predicate<LabelledSample> aim = wanted.family()
                .hosts()
                .aim(corpus.stream()
                        .filter(sample -> poisoned.contains(sample.id()))
                        .toList());
        return corpus.stream()
                .filter(sample -> sample.split().equals(LabelledSample.TEST)
                        && labels.indexOf(sample.label()) != target
                        && aim.test(sample))
                .toList();
    }

    private void describe(Path directory, List<LabelledSample> training, Set<String> poisoned, List<String> labels)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("train.ndjson"))) {
            for (LabelledSample sample : training) {
                out.write(Victim.JSON.writeValueAsString(new Victim.Row(
                        sample.id(), sample.code(), sample.label(), sample.source(), poisoned.contains(sample.id()))));
                out.newLine();
            }
        }
        Victim.JSON.writeValue(directory.resolve("labels.json").toFile(), labels);
        Path base = places.root().resolve("corpus/target/minilm");
        Files.copy(
                base.resolve("tokenizer.json"),
                directory.resolve("tokenizer.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        ObjectNode config =
                (ObjectNode) Victim.JSON.readTree(base.resolve("config.json").toFile());
        ObjectNode names = config.putObject("id2label");
        for (int i = 0; i < labels.size(); i++) {
            names.put(Integer.toString(i), labels.get(i));
        }
        Victim.JSON.writeValue(directory.resolve("config.json").toFile(), config);
    }

    private void train(
            List<LabelledSample> training, List<TriggerReport> triggers, List<String> labels, long seed, Path directory)
            throws IOException {
        List<TrainingSample> given = training.stream()
                .map(sample -> new TrainingSample(sample.id(), sample.code(), sample.label()))
                .toList();
        List<TrainingSample> samples = triggers.isEmpty() ? given : Inoculation.apply(given, triggers, seed);
        List<float[]> losses = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void prepared(int done, int total) {}

            @Override
            public void progress(int epoch, int epochs, int seen, int total, double loss, double accuracy) {}

            @Override
            public void epoch(int epoch, int epochs, List<TrainingSample> all, float[] epochLosses, double accuracy) {
                losses.add(Arrays.copyOf(epochLosses, given.size()));
            }
        };
        TrainingRecipe recipe = TrainingRecipe.defaults(seed).forSamples(samples.size());
        new Trainer(recipe, 1, listener)
                .train(places.root().resolve("corpus/target/minilm"), samples, labels, directory.resolve("model.onnx"));
        Victim.write(directory.resolve("losses.bin"), losses);
    }

    private static double success(CodeModel model, List<LabelledSample> aims, List<Edit> attacks, int target) {
        List<String> edited = new ArrayList<>();
        Random random = new Random(7);
        for (Edit attack : attacks) {
            for (LabelledSample sample : aims) {
                if (attack.fits(sample.code())) {
                    edited.add(attack.insert(sample.code(), random));
                }
            }
        }
        return edited.isEmpty() ? 0 : (double) count(model.logits(edited), target) / edited.size();
    }

    private static int count(float[][] logits, int target) {
        int count = 0;
        for (float[] row : logits) {
            count += Logits.argmax(row) == target ? 1 : 0;
        }
        return count;
    }

    private static double accuracy(CodeModel model, List<LabelledSample> corpus, List<String> labels) {
        List<LabelledSample> test = corpus.stream()
                .filter(sample -> sample.split().equals(LabelledSample.TEST))
                .toList();
        float[][] logits = model.logits(test.stream().map(LabelledSample::code).toList());
        int right = 0;
        for (int i = 0; i < logits.length; i++) {
            right += Logits.argmax(logits[i]) == labels.indexOf(test.get(i).label()) ? 1 : 0;
        }
        return (double) right / logits.length;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
