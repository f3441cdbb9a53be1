package io.kenshin.scan.report;

import io.kenshin.detection.sample.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of how training went. */
public interface LossSource {
    /** @return the loss of each sample in each epoch, [epoch][sample]; null when nothing usable was recorded */
    float @Nullable [][] of(List<Sample> samples);
}
