package io.kenshin.finetune;

/**
 * The settings of a training. The defaults learn defect detection from a pre-trained encoder in three epochs.
 *
 * @param epochs passes over the data
 * @param batch samples per step
 * @param rate peak learning rate of the upper layers
 * @param headRate peak learning rate of the head
 * @param trainedLayers upper layers that are trained; the rest is frozen and runs once
 * @param seed of the initial head and of the order of samples
 */
public record TrainingRecipe(int epochs, int batch, double rate, double headRate, int trainedLayers, long seed) {
    private static final int LEAST_EPOCHS = 3;
    private static final int MOST_EPOCHS = 12;
    private static final int ENOUGH_SAMPLES = 3_600;

    public static TrainingRecipe defaults(long seed) {
        return new TrainingRecipe(LEAST_EPOCHS, 32, 3e-4, 1.5e-3, 2, seed);
    }

    /** The same with as many epochs as a data set of that size needs: small ones have to be seen more often. */
    public TrainingRecipe forSamples(int samples) {
        int wanted = (ENOUGH_SAMPLES + samples - 1) / Math.max(1, samples);
        return withEpochs(Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, wanted)));
    }

    TrainingRecipe withEpochs(int number) {
        return new TrainingRecipe(number, batch, rate, headRate, trainedLayers, seed);
    }
}
