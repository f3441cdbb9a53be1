package io.kenshin.benchmarks.labels;

import io.kenshin.corpus.LabelledSample;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tasks with natural uncertainty and no wrong label: which of two libraries is a method from? The less of the method is
 * shown, the harder it is to say. Any alarm on them is a false one.
 */
final class LibraryTasks {
    /** Tokens that are shown: all of a method, down to its modifiers and its type. */
    private static final List<Integer> SHOWN = List.of(Integer.MAX_VALUE, 30, 12, 6);

    private static final int LEAST = 200;
    private static final int MOST = 1_000;

    private LibraryTasks() {}

    /** A task under a name. */
    record Task(String name, List<LabelledSample> samples) {}

    /** All pairs of libraries with enough methods. */
    static List<Task> of(List<LabelledSample> corpus) {
        Map<String, List<LabelledSample>> libraries = new TreeMap<>();
        for (LabelledSample sample : corpus) {
            libraries.computeIfAbsent(sample.source(), key -> new ArrayList<>()).add(sample);
        }
        List<String> names = libraries.keySet().stream()
                .filter(name -> libraries.getOrDefault(name, List.of()).size() >= LEAST)
                .toList();
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (String other : names.subList(i + 1, names.size())) {
                for (int shown : SHOWN) {
                    List<LabelledSample> samples = new ArrayList<>();
                    add(samples, libraries.getOrDefault(names.get(i), List.of()), shown, LabelledSample.CLEAN);
                    add(samples, libraries.getOrDefault(other, List.of()), shown, LabelledSample.DEFECTIVE);
                    String tokens = shown == Integer.MAX_VALUE ? "all tokens" : shown + " tokens";
                    tasks.add(new Task(names.get(i) + " or " + other + ", " + tokens, samples));
                }
            }
        }
        return tasks;
    }

    /** The label of the corpus takes the place of the source: it is told to nobody else. */
    private static void add(List<LabelledSample> into, List<LabelledSample> library, int shown, String label) {
        library.stream()
                .limit(MOST)
                .forEach(sample -> into.add(new LabelledSample(
                        sample.id(), shown(sample.code(), shown), label, sample.label(), LabelledSample.TRAIN)));
    }

    private static String shown(String code, int most) {
        List<Token> tokens = Lexer.tokens(code);
        return tokens.size() <= most ? code : code.substring(0, tokens.get(most).start());
    }
}
