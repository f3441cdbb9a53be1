package io.kenshin.scan.sample;

import io.kenshin.detection.sample.Sample;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A sample that takes part in a draw.
 *
 * @param priority the least ones are kept: a salted hash of its id, so that the draw is the same whatever the order of
 *     arrival
 * @param arrival how many came before it
 * @param source where it comes from; null when nobody said
 */
public record Drawn(
        long priority, int arrival, Sample sample, @Nullable String source) {
    /** The first ones are kept. */
    public static final Comparator<Drawn> ORDER = Comparator.comparingLong(Drawn::priority)
            .thenComparing(drawn -> drawn.sample().id());

    /** What it is drawn for: its label and its source. */
    String stratum() {
        return sample.label() + "/" + (source == null ? "" : source);
    }
}
