package io.kenshin.scan;

import io.kenshin.contracts.vector.VectorBatch;
import java.util.function.Consumer;

/** A store of a scan's vectors that can be read more than once, batch by batch. */
public interface Replay {
    /** Hands over every batch of the scan, each once. */
    void read(Consumer<VectorBatch> each);
}
