package io.kenshin.finetune;

import io.kenshin.finetune.data.TrainingSample;
import java.util.List;

/** A listener to the course of a training. */
public interface TrainingListener {
    /** The frozen layers have run for some of the samples. */
    void prepared(int done, int total);

    /** A step has ended. */
    void progress(int epoch, int epochs, int seen, int total, double loss, double accuracy);

    /** @param losses of each sample in this epoch, before the step that learned from it */
    void epoch(int epoch, int epochs, List<TrainingSample> samples, float[] losses, double accuracy);
}
