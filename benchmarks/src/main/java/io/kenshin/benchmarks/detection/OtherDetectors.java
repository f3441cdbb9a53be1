package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.baseline.Naturalness;
import io.kenshin.benchmarks.baseline.StaticSearch;
import io.kenshin.benchmarks.victim.Victim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/** Everything that Kenshin is compared with. */
final class OtherDetectors implements Detector {
    private final EvidenceDetectors evidence;
    private final Naturalness naturalness;

    OtherDetectors(long seed, Naturalness naturalness) {
        evidence = new EvidenceDetectors(seed);
        this.naturalness = naturalness;
    }

    @Override
    public List<Outcome> run(Victim victim) throws IOException {
        List<String> codes = victim.samples().stream().map(Victim.Row::code).toList();
        List<String> labels = victim.samples().stream().map(Victim.Row::label).toList();
        List<Outcome> outcomes = new ArrayList<>(evidence.run(victim));
        long start = System.nanoTime();
        double[] onion = naturalness.onion(codes);
        outcomes.add(
                Outcome.hindsight("onion", victim, onion, (System.nanoTime() - start) / 1e9, EvidenceDetectors.MOST));
        outcomes.add(timed("killbadcode", victim, () -> naturalness.killBadCode(codes)));
        outcomes.add(timed("static-search", victim, () -> new StaticSearch(naturalness).search(codes, labels)));
        return outcomes;
    }

    private static Outcome timed(String name, Victim victim, Supplier<BitSet> search) {
        long start = System.nanoTime();
        BitSet flagged = search.get();
        return Outcome.flagged(name, victim, flagged, (System.nanoTime() - start) / 1e9);
    }
}
