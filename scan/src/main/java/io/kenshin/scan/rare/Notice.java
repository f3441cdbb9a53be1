package io.kenshin.scan.rare;

/** A pattern that is surprising by what the sketch says, with its exact counts and a few of its carriers. */
final class Notice {
    private final long key;
    private final double rank;
    private final Standing estimated;
    private final int[] byLabel;
    private final Carriers carriers = new Carriers();
    private int strangers;

    Notice(long key, double rank, Standing estimated, int labels) {
        this.key = key;
        this.rank = rank;
        this.estimated = estimated;
        byLabel = new int[labels];
    }

    /** @param stranger whether the sample leans to another label than its own */
    void count(int label, boolean stranger) {
        byLabel[label]++;
        strangers += stranger && label == estimated.label() ? 1 : 0;
    }

    long key() {
        return key;
    }

    /** By what the sketches say. */
    double rank() {
        return rank;
    }

    /** Carriers of the pattern's label that lean to another one. */
    int strangers() {
        return strangers;
    }

    Carriers carriers() {
        return carriers;
    }

    /** By exact counts; the expected part remains an estimate. */
    Standing exact() {
        int label = 0;
        int all = 0;
        for (int other = 0; other < byLabel.length; other++) {
            label = byLabel[other] > byLabel[label] ? other : label;
            all += byLabel[other];
        }
        double expected = label == estimated.label() ? estimated.expected() : 1;
        return Standing.of(label, byLabel[label], all - byLabel[label], expected);
    }
}
