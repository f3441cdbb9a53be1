package io.kenshin.detection.weak;

import java.util.List;

/**
 * How alike a sample's loss curve is to those of a few others and how unlike the rest of its label: poison is learned
 * in lockstep (LockStep's idea). The score is the drop in the epochs after the first, against the label's mean curve.
 * Says nothing where the fine-tune job kept no losses.
 */
public final class TrainingDynamics implements WeakScore {
    @Override
    public String name() {
        return "training-dynamics";
    }

    @Override
    public double[] scores(Population population) {
        float[][] losses = population.losses();
        double[] scores = new double[population.samples().size()];
        if (losses == null || losses.length < 2) {
            return scores;
        }
        for (List<Integer> group : population.byLabel()) {
            for (int epoch = 1; epoch < losses.length; epoch++) {
                double mean = 0;
                double square = 0;
                for (int i : group) {
                    double drop = drop(losses, epoch, i);
                    mean += drop / group.size();
                    square += drop * drop / group.size();
                }
                double deviation = Math.sqrt(Math.max(1e-12, square - mean * mean));
                for (int i : group) {
                    scores[i] += Math.abs(drop(losses, epoch, i) - mean) / deviation;
                }
            }
        }
        return scores;
    }

    private static double drop(float[][] losses, int epoch, int sample) {
        return Math.log(losses[epoch - 1][sample] + 1e-4) - Math.log(losses[epoch][sample] + 1e-4);
    }
}
