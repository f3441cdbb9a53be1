package io.kenshin.scan.rare;

/**
 * A pattern that was noticed among all samples, whose carriers are fetched.
 *
 * @param key its hash: what it reads like is left to the miner
 * @param label the one that its carriers have
 * @param own carriers of that label in the whole scan
 * @param all carriers in the whole scan
 * @param distinct part of the carriers that is no copy of another one but for names, as far as drawn samples are none,
 *     0 to 1
 * @param strange part of the carriers of that label whose rest leans to another one, 0 to 1
 * @param surprise of the distinct ones, as G²
 */
public record RarePattern(long key, int label, int own, int all, double distinct, double strange, double surprise) {
    /** Carriers of one pattern that are fetched: as many as the detection looks at. */
    public static final int FETCHED = 160;

    /** How many carriers there are to fetch. */
    int toFetch() {
        return Math.min(all, FETCHED);
    }
}
