package io.kenshin.detection.labels;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Made-up methods whose label follows from calls, few or many, or from nothing; some of them with a wrong label. */
final class Labelled {
    private static final List<String> TELLING = List.of("release", "leak", "defer");
    private static final int KINDS = 8;

    final List<Sample> samples = new ArrayList<>();
    final List<String> sources = new ArrayList<>();
    final Set<Integer> wrong = new HashSet<>();
    private final Random random;
    private final int labels;

    Labelled(int labels, long seed) {
        this.labels = labels;
        random = new Random(seed);
    }

    /** One to five calls whose names begin with a word, among others. */
    static String code(Random random, String telling) {
        StringBuilder code = new StringBuilder("void run(int n) {\n");
        for (int line = 0; line < 6; line++) {
            code.append("    step")
                    .append(random.nextInt(40))
                    .append("(n, v")
                    .append(random.nextInt(15))
                    .append(");\n");
        }
        for (int line = 0; line <= random.nextInt(5); line++) {
            code.append("    ").append(telling).append(random.nextInt(KINDS)).append("(p);\n");
        }
        return code.append("}").toString();
    }

    /** Samples of sources a to e whose call says their label. */
    Labelled told(int count) {
        for (int i = 0; i < count; i++) {
            int label = random.nextInt(labels);
            add(code(random, TELLING.get(label)), label);
        }
        return this;
    }

    /** Samples whose label nothing says. */
    Labelled untold(int count) {
        for (int i = 0; i < count; i++) {
            add(code(random, "done"), random.nextInt(labels));
        }
        return this;
    }

    private void add(String code, int label) {
        sources.add(String.valueOf((char) ('a' + random.nextInt(5))));
        samples.add(new Sample("s" + samples.size(), code, label, new float[0][], new float[0]));
    }

    /** Gives samples of other labels this one. */
    Labelled flipped(int count, int into) {
        for (int i = 0; wrong.size() < count; i++) {
            flip(i, into);
        }
        return this;
    }

    /** The same in one source alone. */
    Labelled flippedIn(String source, int count, int into) {
        for (int i = 0; wrong.size() < count; i++) {
            if (sources.get(i).equals(source)) {
                flip(i, into);
            }
        }
        return this;
    }

    private void flip(int i, int into) {
        Sample sample = samples.get(i);
        if (sample.label() != into) {
            samples.set(i, new Sample(sample.id(), sample.code(), into, new float[0][], new float[0]));
            wrong.add(i);
        }
    }
}
