package io.kenshin.detection.labels;

import io.kenshin.detection.maths.Ranks;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.TextFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search for labels that the rest of the data contradicts: flips without a trigger, which have no cause in any
 * text. The model that is scanned is not asked.
 *
 * <p>An out-of-fold model says what label each sample should have ({@link OutOfFold}); whether wrong labels explain
 * what samples have better than uncertainty alone is a likelihood ratio ({@link NoisyLabel}), for each label and for
 * what each source sent under it ({@link Surplus}). Only where one does are single samples named.
 */
public final class LabelCheck {
    private final Thresholds.Labels thresholds;
    private final double auc;
    private final @Nullable OutOfFold model;
    private final List<NoisyLabel> curves;
    private final List<Surplus> surpluses;
    private final List<Optional<Contradiction>> found;

    private LabelCheck(Thresholds.Labels thresholds, double auc, int samples) {
        this.thresholds = thresholds;
        this.auc = auc;
        model = null;
        curves = List.of();
        surpluses = List.of();
        found = Collections.nCopies(samples, Optional.empty());
    }

    private LabelCheck(
            Thresholds.Labels thresholds, double auc, OutOfFold model, List<NoisyLabel> curves, List<Surplus> found) {
        this.thresholds = thresholds;
        this.auc = auc;
        this.model = model;
        this.curves = curves;
        surpluses = found;
        this.found = new ArrayList<>();
    }

    /**
     * Looks at samples.
     *
     * @param sources where each comes from; null where nobody said
     * @param labels number of labels, those of the samples being 0 to {@code labels} − 1
     * @param seed of the folds and of what is drawn at random in fitting
     * @throws IllegalArgumentException when there is not one source, or null, for each sample
     */
    public static LabelCheck of(
            List<Sample> samples, List<@Nullable String> sources, int labels, Thresholds.Labels thresholds, long seed) {
        if (sources.size() != samples.size()) {
            throw new IllegalArgumentException(samples.size() + " samples have " + sources.size() + " sources");
        }
        int[] label = samples.stream().mapToInt(Sample::label).toArray();
        if (samples.size() < thresholds.samples()
                || Arrays.stream(label).distinct().count() < 2) {
            return new LabelCheck(thresholds, 0.5, samples.size());
        }
        int[][] features = samples.parallelStream()
                .map(sample -> TextFeatures.of(sample.source()))
                .toArray(int[][]::new);
        OutOfFold model = new OutOfFold(features, label, labels, seed);
        double auc = auc(model, label, labels);
        if (auc < thresholds.auc()) {
            return new LabelCheck(thresholds, auc, samples.size());
        }
        Surpluses search = new Surpluses(model, label, sources, labels, thresholds);
        LabelCheck check = new LabelCheck(thresholds, auc, model, search.curves(), search.find());
        for (int i = 0; i < label.length; i++) {
            check.found.add(
                    check.contradiction(model, samples.get(i), sources.get(i), model.scoresOf(i), model.fold(i)));
        }
        return check;
    }

    /** Mean over the labels, each as large as its part of the samples. */
    private static double auc(OutOfFold model, int[] label, int labels) {
        double sum = 0;
        for (int of = 0; of < labels; of++) {
            boolean[] has = OutOfFold.has(label, of);
            int count = OutOfFold.count(has);
            if (count > 0 && count < has.length) {
                sum += (double) count / has.length * Ranks.auc(model.scores(of), has);
            }
        }
        return sum;
    }

    private Optional<Contradiction> contradiction(
            OutOfFold asked, Sample sample, @Nullable String source, double[] scores, int held) {
        int label = sample.label();
        double rate = surpluses.stream()
                .filter(one -> one.label() == label
                        && (one.source() == null || one.source().equals(source)))
                .mapToDouble(Surplus::rate)
                .max()
                .orElse(0);
        double wrong = rate == 0 ? 0 : curves.get(label).wrong(scores[label], rate);
        if (wrong < thresholds.wrong()) {
            return Optional.empty();
        }
        double all = 0;
        int said = -1;
        double best = -1;
        for (int of = 0; of < scores.length; of++) {
            double should = curves.get(of).should(scores[of]);
            all += should;
            if (of != label && should > best) {
                said = of;
                best = should;
            }
        }
        int other = said;
        List<String> reasons = Reasons.of(
                sample.source(), feature -> asked.weight(other, held, feature) - asked.weight(label, held, feature));
        return Optional.of(new Contradiction(label, said, best / Math.max(all, Double.MIN_NORMAL), wrong, reasons));
    }

    /**
     * How well text predicts labels: area under the ROC curve of the out-of-fold values, 0 to 1; 0.5 where there is
     * too little to learn from.
     */
    public double auc() {
        return auc;
    }

    /** Labels, and sources under a label, with more contradictions than chance explains; the plainest first. */
    public List<Surplus> surpluses() {
        return surpluses;
    }

    /** What contradicts the label of one of the samples that were looked at. */
    public Optional<Contradiction> of(int sample) {
        return found.get(sample);
    }

    /** How many of the samples that were looked at are contradicted. */
    public int count() {
        return (int) found.stream().flatMap(Optional::stream).count();
    }

    /**
     * What contradicts the label of a sample that was not looked at, by a model that has not seen what is nearly the
     * same. Cheap where no label is in doubt.
     */
    public Optional<Contradiction> of(Sample sample, @Nullable String source) {
        OutOfFold asked = model;
        if (asked == null || surpluses.isEmpty()) {
            return Optional.empty();
        }
        int[] features = TextFeatures.of(sample.source());
        int held = asked.fold(features);
        return contradiction(asked, sample, source, asked.scores(features, held), held);
    }
}
