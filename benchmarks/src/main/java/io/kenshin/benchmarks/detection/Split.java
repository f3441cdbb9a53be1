package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What thresholds and rules were chosen on, and what they had never seen when the figures were taken. */
public enum Split {
    /** Looked at while tuning. */
    TUNE,
    /** A family that was known while tuning, with data and a training that were not. */
    REPORT,
    /** A family, too, that detection was not tuned on. */
    UNSEEN;

    /** Seeds up to this one were used for tuning, with these families. */
    private static final long LAST_TUNING_SEED = 10;
    /** On this data set one seed more: a miss on it led to a change. */
    private static final long LAST_METHODS_SEED = 11;

    private static final Set<Family> KNOWN =
            EnumSet.of(Family.CLEAN, Family.FIXED, Family.GRAMMAR, Family.RENAME, Family.CONSTANT, Family.COMMENT);

    public static Split of(Case which) {
        if (!KNOWN.contains(which.family())) {
            return UNSEEN;
        }
        long last = which.dataset() == DataSet.METHODS ? LAST_METHODS_SEED : LAST_TUNING_SEED;
        return which.seed() <= last ? TUNE : REPORT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
