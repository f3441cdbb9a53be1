package io.kenshin.audit.trigger;

import java.util.List;

/**
 * A text with its effect.
 *
 * @param ids its tokens
 * @param value mean effect on the samples that it was put into
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Scored(long[] ids, double value) {
    /** The texts of the first ones. */
    static List<long[]> ids(List<Scored> scored, int most) {
        return scored.stream().limit(most).map(Scored::ids).toList();
    }
}
