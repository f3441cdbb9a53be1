package io.kenshin.scan.sample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The vectors of a sample that a scan looks at: both poolings of the last layer, the first token of the two before. */
public final class Views {
    private Views() {}

    /**
     * Positions of the views among all that a model gives: there poison shows.
     *
     * @param count how many there are, two for each layer, the last layer's at the end
     */
    public static int[] chosen(int count) {
        return IntStream.of(count - 2, count - 1, count - 4, count - 6)
                .filter(view -> view >= 0)
                .toArray();
    }

    /** The names of the chosen views. */
    static List<String> names(List<String> all) {
        return Arrays.stream(chosen(all.size())).mapToObj(all::get).toList();
    }

    /** The chosen vectors of a sample. */
    static float[][] pick(float[][] all, int[] chosen) {
        float[][] picked = new float[chosen.length][];
        for (int i = 0; i < chosen.length; i++) {
            picked[i] = all[chosen[i]];
        }
        return picked;
    }
}
