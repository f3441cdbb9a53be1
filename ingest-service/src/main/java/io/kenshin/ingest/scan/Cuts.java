package io.kenshin.ingest.scan;

import io.kenshin.contracts.Limits;
import java.util.ArrayList;
import java.util.List;

/** The cuts of a scan's list of samples into chunks, by count and by bytes. The same list is always cut the same way. */
final class Cuts {
    private final List<Integer> starts = new ArrayList<>();
    private int samples;
    private long bytes;

    /** Adds the next sample of the list. */
    void add(long codeBytes) {
        boolean full = starts.isEmpty()
                || samples - starts.get(starts.size() - 1) == Limits.CHUNK_SAMPLES
                || bytes + codeBytes > Limits.PART_BYTES;
        if (full) {
            starts.add(samples);
            bytes = 0;
        }
        bytes += codeBytes;
        samples++;
    }

    int samples() {
        return samples;
    }

    int chunks() {
        return starts.size();
    }

    /** Position of a chunk's first sample. */
    int from(int chunk) {
        return starts.get(chunk);
    }

    /** Position behind a chunk's last sample. */
    int to(int chunk) {
        return chunk + 1 < starts.size() ? starts.get(chunk + 1) : samples;
    }
}
