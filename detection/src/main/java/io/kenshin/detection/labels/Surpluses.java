package io.kenshin.detection.labels;

import io.kenshin.detection.maths.Significance;
import io.kenshin.detection.study.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The question whether there are wrong labels at all: for each label, and for what each source sent under it, whether
 * wrong labels explain what samples have better than uncertainty alone, by a likelihood ratio (Wilks, 1938).
 */
final class Surpluses {
    private final OutOfFold model;
    private final int[] label;
    private final Map<String, List<Integer>> bySource = new TreeMap<>();
    private final Thresholds.Labels thresholds;
    private final List<Counted> counted;
    private final List<NoisyLabel> curves;

    /**
     * Fits a curve for each label.
     *
     * @param label of each row of the model
     * @param sources where each row comes from; null where nobody said
     * @param labels number of labels
     */
    Surpluses(OutOfFold model, int[] label, List<@Nullable String> sources, int labels, Thresholds.Labels thresholds) {
        this.model = model;
        this.label = label;
        this.thresholds = thresholds;
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            if (source != null) {
                bySource.computeIfAbsent(source, key -> new ArrayList<>()).add(i);
            }
        }
        counted = IntStream.range(0, labels)
                .mapToObj(of -> Counted.of(model.scores(of), OutOfFold.has(label, of)))
                .toList();
        curves = counted.stream().map(samples -> NoisyLabel.of(samples, true)).toList();
    }

    /** Of each label, in their order. */
    List<NoisyLabel> curves() {
        return curves;
    }

    /** What chance does not explain among all that was looked at; the plainest first. */
    List<Surplus> find() {
        List<Surplus> tested = new ArrayList<>();
        for (int of = 0; of < curves.size(); of++) {
            if (counted.get(of).having() >= thresholds.members()) {
                tested.add(whole(of));
                tested.addAll(sources(of));
            }
        }
        return tested.stream()
                .filter(one -> one.p() <= thresholds.p() / tested.size() && one.rate() <= thresholds.rate())
                .sorted(Comparator.comparingDouble(Surplus::p))
                .toList();
    }

    private Surplus whole(int of) {
        Counted samples = counted.get(of);
        NoisyLabel curve = curves.get(of);
        double without = NoisyLabel.of(samples, false).fit(samples);
        return surplus(of, null, samples, curve.into(), curve.fit(samples) - without);
    }

    /** Sources in which a label is wrong more often than elsewhere. */
    private List<Surplus> sources(int of) {
        NoisyLabel curve = curves.get(of);
        List<Surplus> tested = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> source : bySource.entrySet()) {
            List<Integer> rows = source.getValue();
            double[] scores =
                    rows.stream().mapToDouble(i -> model.scores(of)[i]).toArray();
            boolean[] has = new boolean[scores.length];
            for (int i = 0; i < has.length; i++) {
                has[i] = label[rows.get(i)] == of;
            }
            if (OutOfFold.count(has) >= thresholds.members() && has.length < label.length) {
                Counted samples = Counted.of(scores, has);
                double rate = curve.rate(samples);
                double gain = rate > curve.into() ? curve.fit(samples, rate) - curve.fit(samples) : 0;
                tested.add(surplus(of, source.getKey(), samples, rate, gain));
            }
        }
        return tested;
    }

    /** @param gain of log-likelihood */
    private Surplus surplus(int of, @Nullable String source, Counted samples, double rate, double gain) {
        double wrong = 0;
        for (int i = 0; i < samples.size(); i++) {
            wrong += samples.with()[i] * curves.get(of).wrong(samples.score()[i], rate);
        }
        // A rate of 0 lies on the edge of what is possible, so half of the distribution is there.
        double p = Significance.upperTail(Math.sqrt(Math.max(0, 2 * gain)));
        return new Surplus(of, source, samples.having(), wrong, rate, p);
    }
}
