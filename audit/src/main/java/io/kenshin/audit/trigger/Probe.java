package io.kenshin.audit.trigger;

import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Embedding;
import io.kenshin.codemodel.graph.CodeModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The model as it is asked for predictions, which are counted. */
final class Probe {
    private static final int PART = 2_048;

    private final CodeModel model;
    private final int leading;
    private final int trailing;
    private long asked;

    Probe(CodeModel model) {
        this.model = model;
        long[] a = model.tokens("a");
        long[] b = model.tokens("( b )");
        int front = 0;
        while (front < a.length && a[front] == b[front]) {
            front++;
        }
        int back = 0;
        while (back < a.length - front && a[a.length - 1 - back] == b[b.length - 1 - back]) {
            back++;
        }
        leading = front;
        trailing = back;
    }

    long asked() {
        return asked;
    }

    /** Special tokens in front of every sample. */
    int leading() {
        return leading;
    }

    /** Special tokens behind every sample. */
    int trailing() {
        return trailing;
    }

    long[] tokens(String code) {
        return model.tokens(code);
    }

    /** Tokens of a text alone, without the special ones. */
    long[] inner(String text) {
        long[] all = model.tokens(text);
        return Arrays.copyOfRange(all, leading, Math.max(leading, all.length - trailing));
    }

    float[][] logits(List<long[]> samples) {
        asked += samples.size();
        float[][] logits = new float[samples.size()][];
        int at = 0;
        for (int from = 0; from < samples.size(); from += PART) {
            List<long[]> part = new ArrayList<>();
            samples.subList(from, Math.min(samples.size(), from + PART)).forEach(sample -> part.add(fitting(sample)));
            for (Embedding embedding : model.embedTokens(part)) {
                if (embedding.error() != null) {
                    throw new CodeModelException(embedding.error());
                }
                logits[at++] = embedding.logits();
            }
        }
        return logits;
    }

    /** A sample that a candidate has made too long loses its end, but not the special tokens there. */
    private long[] fitting(long[] sample) {
        int most = model.descriptor().maxTokens();
        if (sample.length <= most) {
            return sample;
        }
        long[] cut = Arrays.copyOf(sample, most);
        System.arraycopy(sample, sample.length - trailing, cut, most - trailing, trailing);
        return cut;
    }

    /** By how much a label leads the others; negative where another one leads. */
    static double margin(float[] logits, int label) {
        double best = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < logits.length; other++) {
            best = other == label ? best : Math.max(best, logits[other]);
        }
        return logits[label] - best;
    }
}
