package io.kenshin.contracts.training;

/**
 * The progress of a fine-tune job, on {@code kenshin.training-progress}.
 *
 * @param epoch 0 while the frozen layers run
 * @param done samples seen in this epoch
 */
public record TrainingProgress(
        String jobId, int epoch, int epochs, int done, int total, double loss, double accuracy) {}
