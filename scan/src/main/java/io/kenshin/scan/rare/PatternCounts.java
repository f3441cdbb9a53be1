package io.kenshin.scan.rare;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.scan.sample.SaltedHash;
import io.kenshin.scan.sample.SampleRows;

/**
 * The reading in which every pattern of every sample is counted, in bounded memory.
 *
 * <p>What a pattern needs to be noticed follows from it: a surprise that chance alone hardly comes to among so many
 * patterns. About {@value #BY_CHANCE} patterns of a scan are noticed by chance; noticing convicts nobody, it says whose
 * carriers are fetched.
 */
public final class PatternCounts {
    private static final int BY_CHANCE = 4;

    private final SampleRows rows;
    private final LabelCounts counts;
    private final CodeKeys code;
    private final KeySet seen = new KeySet();
    private double bound;

    /** @param bytes about how much memory the counts take */
    public PatternCounts(ScanPlan plan, long bytes) {
        rows = new SampleRows(plan);
        counts = new LabelCounts(plan.labels().size(), bytes);
        code = new CodeKeys(new SaltedHash(plan.scanId()));
    }

    public void add(VectorBatch batch) {
        rows.each(batch, (row, label) -> {
            seen.clear();
            code.read(Code.of(row.code(), row.language()));
            code.addTo(seen, key -> counts.add(key, label));
            counts.addSample(label);
        });
    }

    /** Nothing is added any more. */
    public void close() {
        counts.close();
        bound = 2 * Math.log((double) counts.frequent(Standing.LEAST) / BY_CHANCE);
    }

    LabelCounts counts() {
        return counts;
    }

    /** The least surprise of a pattern that is noticed, as G². */
    double bound() {
        return bound;
    }
}
