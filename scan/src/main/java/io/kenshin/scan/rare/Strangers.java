package io.kenshin.scan.rare;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.maths.Intervals;
import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.sample.SaltedHash;
import io.kenshin.scan.sample.SampleRows;
import java.util.List;

/**
 * The reading in which it is counted how many carriers of a surprising pattern are strangers in their label: what else
 * they are leans to another. Where labels follow from text there are thousands of rare patterns that go with one, and but a
 * few whose carriers are strangers. Where text does not tell labels apart, the reading is spared.
 */
public final class Strangers {
    /** A pattern with so many carriers in the reservoir, as far as chance goes, is mined from there. */
    private static final int SEEN = 4 * Standing.LEAST;
    /** Of the memory for counting, what it may take beside. */
    private static final int PART = 4;
    /** A rank is so many times the part of strangers, and the surprise behind it. */
    private static final double STEPS = 1_000;

    private static final double SURPRISES = 1e6;

    private final SampleRows rows;
    private final SaltedHash hash;
    private final CodeKeys code;
    private final LabelCounts counts;
    private final Standings standings;
    private final Telling text;
    private final CountSketch strangers;
    private final KeySet seen = new KeySet();
    private final double bound;
    private final int frequent;

    /** @param drawn samples of all labels, to see what text says about labels */
    public Strangers(ScanPlan plan, PatternCounts counted, Room room, List<Sample> drawn) {
        rows = new SampleRows(plan);
        hash = new SaltedHash(plan.scanId());
        code = new CodeKeys(hash);
        counts = counted.counts();
        standings = new Standings(counts);
        bound = counted.bound();
        frequent = (int) Math.min(Integer.MAX_VALUE, (long) SEEN * plan.samples() / Math.max(1, room.samples()));
        text = new Telling(counts.labels(), hash, drawn, SEEN);
        strangers = new CountSketch(text.isTelling() ? room.sketchBytes() / PART : 0, 1);
    }

    /** Whether text says nothing about labels, so that the reading can be spared. */
    public boolean isEmpty() {
        return !text.isTelling();
    }

    public void add(VectorBatch batch) {
        rows.each(batch, (row, label) -> {
            code.read(Code.of(row.code(), row.language()));
            if (isStranger(code, label)) {
                seen.clear();
                standings.each(code, (key, standing) -> {
                    if (isRare(standing) && seen.add(key)) {
                        strangers.add(key, 0);
                    }
                });
            }
        });
    }

    boolean isStranger(CodeKeys sample, int label) {
        return text.isStranger(sample, label);
    }

    /** Whether a pattern is surprising and too rare for the reservoir. */
    boolean isRare(Standing standing) {
        return standing.isSurprising(bound) && standing.carriers() < frequent;
    }

    /** The rank of a pattern by what the sketches say. */
    double rank(long key, Standing standing) {
        return rank(standing, Math.min(standing.own(), strangers.estimate(key, 0)));
    }

    /**
     * The order in which patterns are noticed: first those of whose carriers the most are strangers, for certain; of
     * those with as many, and where strangers say nothing, the more surprising.
     */
    double rank(Standing standing, double strange) {
        int label = standing.label();
        double certain = text.isTelling(label)
                ? Intervals.proportion((int) Math.round(strange), (int) Math.round(standing.own()))
                        .low()
                : text.unknown(label);
        return Math.rint(certain * STEPS) * SURPRISES + Math.min(SURPRISES - 1, standing.surprise());
    }

    /** The least surprise that is noticed of a label where there is room only for a rank and beyond. */
    double surprise(int label, double floor) {
        double least = floor % SURPRISES;
        return text.isTelling(label) ? bound : Math.max(bound, least);
    }

    LabelCounts counts() {
        return counts;
    }

    SaltedHash hash() {
        return hash;
    }

    double bound() {
        return bound;
    }
}
