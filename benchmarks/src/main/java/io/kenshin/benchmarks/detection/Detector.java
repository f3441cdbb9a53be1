package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Victim;
import java.io.IOException;
import java.util.List;

/** Something that says which training samples are poisoned. */
interface Detector {
    List<Outcome> run(Victim victim) throws IOException;
}
