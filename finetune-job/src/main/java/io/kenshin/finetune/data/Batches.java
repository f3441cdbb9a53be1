package io.kenshin.finetune.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The order of one epoch: random batches of samples of like length, so that little is padding. */
public final class Batches {
    private static final int WINDOW = 8;

    private Batches() {}

    public static List<List<Integer>> shuffle(StateCache cache, int samples, int batch, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < samples; from += batch * WINDOW) {
            List<Integer> window = order.subList(from, Math.min(samples, from + batch * WINDOW));
            window.sort(Comparator.comparingInt(cache::tokens));
            for (int i = 0; i < window.size(); i += batch) {
                batches.add(List.copyOf(window.subList(i, Math.min(window.size(), i + batch))));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }
}
