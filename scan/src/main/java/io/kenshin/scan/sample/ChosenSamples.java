package io.kenshin.scan.sample;

import io.kenshin.detection.sample.Sample;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The samples that an investigation looks at. Carriers of its findings are positions in this list.
 *
 * @param samples in the order in which they are looked at
 * @param views names of their vectors, in their order
 * @param sources where samples come from, by their id, as far as that is known
 */
public record ChosenSamples(List<Sample> samples, List<String> views, Map<String, String> sources) {
    public ChosenSamples {
        samples = List.copyOf(samples);
        views = List.copyOf(views);
        sources = Map.copyOf(sources);
    }

    /** Where a sample comes from; null when nobody said. */
    public @Nullable String source(String sampleId) {
        return sources.get(sampleId);
    }

    /** The name of a view. */
    public String view(int index) {
        return views.get(index);
    }
}
