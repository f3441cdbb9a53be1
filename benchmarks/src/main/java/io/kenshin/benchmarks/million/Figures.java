package io.kenshin.benchmarks.million;

import java.util.List;
import java.util.Map;

/**
 * What one run was like.
 *
 * @param seconds of each step, in their order; a reading includes making its samples, which {@code making} alone is
 * @param cpuSeconds of all threads in each step
 * @param heapMiB of live objects after each step, of 1,024 there are
 * @param studied samples that the investigation looked at
 * @param noticed patterns whose carriers were fetched
 * @param least fewest carriers of each label that could have been noticed
 * @param candidates that were put to the model, or would have been
 * @param quarantined poisoned samples that are held back
 * @param innocent others that are held back
 * @param review innocent samples that people are asked about
 */
record Figures(
        String task,
        int samples,
        Map<String, Double> seconds,
        Map<String, Double> cpuSeconds,
        Map<String, Integer> heapMiB,
        int studied,
        int noticed,
        List<Integer> least,
        int candidates,
        int poisoned,
        int quarantined,
        int innocent,
        int review,
        String verdict,
        List<Trigger> triggers) {

    /**
     * One planted trigger.
     *
     * @param expected carriers that a draw of as many samples would have
     * @param looked carriers that the investigation looked at
     * @param examined whether a candidate with nearly all of those and hardly any others was examined
     * @param found carriers that are held back
     */
    record Trigger(String name, int carriers, double expected, int looked, boolean examined, int found) {}
}
