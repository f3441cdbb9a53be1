package io.kenshin.scan.rare;

/** A pattern that is surprising by what the sketch says, with its exact counts and a few of its carriers. */
final class Notice {
    private final long key;
    private final Standing estimated;
    private final int[] byLabel;
    private final Carriers carriers = new Carriers();

    Notice(long key, Standing estimated, int labels) {
        this.key = key;
        this.estimated = estimated;
        byLabel = new int[labels];
    }

    void count(int label) {
        byLabel[label]++;
    }

    long key() {
        return key;
    }

    /** What the sketch says. */
    double estimate() {
        return estimated.surprise();
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
