package io.kenshin.contracts.training;

import io.kenshin.contracts.Limits;

/**
 * The progress of a fine-tune job, on {@code kenshin.training-progress}.
 *
 * @param epoch 0 while the frozen layers run
 * @param done samples seen in this epoch
 */
public record TrainingProgress(String jobId, int epoch, int epochs, int done, int total, double loss, double accuracy) {

    /** @throws IllegalArgumentException when it does not say of which job */
    public TrainingProgress {
        if (jobId == null) {
            throw new IllegalArgumentException("progress is that of a job");
        }
        Limits.checkNames(jobId);
    }
}
