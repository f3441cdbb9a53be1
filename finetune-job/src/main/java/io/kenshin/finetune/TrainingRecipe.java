package io.kenshin.finetune;

/**
 * How a model is trained. The defaults learn defect detection from a pre-trained encoder in three epochs.
 *
 * @param epochs passes over the data
 * @param batch samples per step
 * @param rate peak learning rate of the upper layers
 * @param headRate peak learning rate of the head
 * @param trainedLayers upper layers that are trained; the rest is frozen and runs once
 * @param seed of the initial head and of the order of samples
 */
public record TrainingRecipe(int epochs, int batch, double rate, double headRate, int trainedLayers, long seed) {
    public static TrainingRecipe defaults(long seed) {
        return new TrainingRecipe(3, 32, 3e-4, 1.5e-3, 2, seed);
    }
}
