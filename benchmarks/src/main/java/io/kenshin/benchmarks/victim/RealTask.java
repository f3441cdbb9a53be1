package io.kenshin.benchmarks.victim;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.corpus.DefectCorpus;
import io.kenshin.corpus.JavaMethods;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Mistakes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Tasks whose data nobody here made; they lie in a directory that the user names, and nowhere else. */
final class RealTask {
    private RealTask() {}

    /** Devign: C functions of FFmpeg and QEMU, vulnerable or not (Zhou et al., 2019). */
    static List<LabelledSample> devign(Path data, int train, int test, long seed) {
        List<LabelledSample> all = new ArrayList<>();
        for (String file : List.of("devign-valid.jsonl.gz", "devign-test.jsonl.gz")) {
            read(data.resolve(file), row -> {
                String label = row.path("target").asInt() == 1 ? LabelledSample.DEFECTIVE : LabelledSample.CLEAN;
                String code = row.path("func").asText();
                all.add(new LabelledSample("", code, label, row.path("project").asText(), LabelledSample.TRAIN));
            });
        }
        return chosen(all, train, test, seed);
    }

    /** Bugs2Fix: Java methods before or after a fix, one of each pair (Tufano et al., 2019). */
    static List<LabelledSample> bugs2fix(Path data, int train, int test, long seed) {
        Random side = new Random(seed);
        List<LabelledSample> all = new ArrayList<>();
        read(data.resolve("bugs2fix-train.jsonl.gz"), row -> {
            boolean buggy = side.nextBoolean();
            String label = buggy ? LabelledSample.DEFECTIVE : LabelledSample.CLEAN;
            String code = row.path(buggy ? "buggy" : "fixed").asText();
            all.add(new LabelledSample("", code, label, "bugs2fix", LabelledSample.TRAIN));
        });
        return chosen(all, train, test, seed);
    }

    /** Lyra: Python functions around a query, half of them with an addition of ours (Liang et al., 2021). */
    static List<LabelledSample> lyra(Path data, int train, int test, long seed) {
        List<JavaMethods.Method> functions = new ArrayList<>();
        for (List<String> row : Csv.read(data.resolve("lyra/train.csv.gz"))) {
            functions.add(new JavaMethods.Method("lyra", indented(row.get(1))));
        }
        functions.remove(0);
        return DefectCorpus.of(functions, Mistakes.pythonAdditions(), DefectCorpus.Style.METHODS, train, test, seed);
    }

    /** The data set writes a level as a tab and a space. */
    private static String indented(String code) {
        return code.lines()
                .map(line -> "    ".repeat(levels(line)) + line.stripLeading())
                .collect(Collectors.joining("\n"));
    }

    private static int levels(String line) {
        int levels = 0;
        while (line.startsWith("\t ", 2 * levels)) {
            levels++;
        }
        return levels;
    }

    /** Some of them in a seeded order, each text once. */
    private static List<LabelledSample> chosen(List<LabelledSample> all, int train, int test, long seed) {
        List<LabelledSample> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        List<LabelledSample> chosen = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (LabelledSample sample : shuffled) {
            if (chosen.size() < train + test && seen.add(sample.code().replaceAll("\\s+", ""))) {
                int i = chosen.size();
                String split = i < train ? LabelledSample.TRAIN : LabelledSample.TEST;
                chosen.add(new LabelledSample("m" + i, sample.code(), sample.label(), sample.source(), split));
            }
        }
        if (chosen.size() < train + test) {
            throw new IllegalArgumentException("only " + chosen.size() + " samples; asked for " + (train + test));
        }
        return chosen;
    }

    private static void read(Path file, Consumer<JsonNode> each) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    each.accept(Victim.JSON.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
