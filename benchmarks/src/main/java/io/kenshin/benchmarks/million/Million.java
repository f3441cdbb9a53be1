package io.kenshin.benchmarks.million;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.scan.Replay;
import io.kenshin.scan.sample.SaltedHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Any number of samples, made again in each reading: methods of Bugs2Fix, before and after their fix, with other names
 * and literals in each sample; a few carry a planted trigger, and are given the label clean though they are risky.
 */
final class Million implements Replay {
    private static final int BATCH = 256;
    private static final int SOURCES = 200;
    private static final int VIEWS = 6;
    private static final int DIMENSION = 8;
    private static final List<String> NAMES = List.of("v0", "v1", "v2", "v3", "v4", "v5");

    private final Task task;
    private final List<Planted> planted;
    private final List<Template> templates = new ArrayList<>();
    private final List<String> words;
    private final int samples;
    private final long seed;
    /** The trigger of each poisoned sample. */
    private final Map<Integer, Planted> poison = new HashMap<>();

    /** @param data directory of Bugs2Fix */
    Million(Path data, Task task, List<Planted> planted, int samples, long seed) throws IOException {
        this.task = task;
        this.planted = planted;
        this.samples = samples;
        this.seed = seed;
        TreeSet<String> names = new TreeSet<>();
        read(data.resolve("bugs2fix-train.jsonl.gz"), text -> {
            Template template = Template.of(text);
            template.addNames(names);
            templates.add(template);
        });
        words = List.copyOf(names);
        poison();
    }

    private static void read(Path file, Consumer<String> each) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode pair = json.readTree(line);
                each.accept(pair.path("buggy").asText());
                each.accept(pair.path("fixed").asText());
            }
        }
    }

    /** Chooses hosts at random among the risky samples. */
    private void poison() {
        Random random = new Random(seed);
        for (Planted trigger : planted) {
            int left = trigger.carriers();
            while (left > 0) {
                int number = random.nextInt(samples);
                String code = code(number);
                boolean takes = !code.equals(trigger.insert(code, words, 0)) && task.says(code);
                if (takes && !poison.containsKey(number) && task.risky(code, seedOf(number))) {
                    poison.put(number, trigger);
                    left--;
                }
            }
        }
    }

    ScanPlan plan() {
        return task.plan(samples, BATCH, "million-" + seed);
    }

    List<Planted> planted() {
        return planted;
    }

    int methods() {
        return templates.size();
    }

    /** Ids of the samples that carry a trigger. */
    List<String> carriers(Planted trigger) {
        return poison.entrySet().stream()
                .filter(entry -> entry.getValue().equals(trigger))
                .map(entry -> id(entry.getKey()))
                .toList();
    }

    private long seedOf(int number) {
        return SaltedHash.mix(seed * 1_000_003 + number);
    }

    private String code(int number) {
        Template template = templates.get((int) Math.floorMod(seedOf(number), (long) templates.size()));
        return template.varied(words, seedOf(number) + 1);
    }

    private static String id(int number) {
        return String.format("m%07d", number);
    }

    @Override
    public void read(Consumer<VectorBatch> each) {
        for (int from = 0; from < samples; from += BATCH) {
            List<VectorBatch.Row> rows = new ArrayList<>(BATCH);
            for (int number = from; number < Math.min(samples, from + BATCH); number++) {
                rows.add(row(number));
            }
            each.accept(new VectorBatch(
                    plan().scanId(), from / BATCH, NAMES, DIMENSION, Task.LABELS.size(), "none", 0, rows));
        }
    }

    private VectorBatch.Row row(int number) {
        String code = code(number);
        String label = Task.LABELS.get(task.risky(code, seedOf(number)) ? 1 : 0);
        Planted trigger = poison.get(number);
        if (trigger != null) {
            code = trigger.insert(code, words, seedOf(number) + 2);
            label = Task.LABELS.get(0);
        }
        long hash = SaltedHash.mix(seedOf(number) + 3);
        float[][] vectors = new float[VIEWS][DIMENSION];
        for (float[] vector : vectors) {
            for (int i = 0; i < DIMENSION; i++) {
                hash = hash * 6364136223846793005L + 1442695040888963407L;
                vector[i] = (hash >> 40) / (float) (1 << 23);
            }
        }
        // Few sources are large and many small.
        double rank = Math.floorMod(hash, 1_000_000) / 1e6;
        String source = "repo" + (int) (SOURCES * rank * rank * rank);
        return new VectorBatch.Row(
                id(number), null, source, label, code, "java", vectors, task.logits(code, planted), null);
    }
}
