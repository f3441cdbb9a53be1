package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.Family;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of the cases that thresholds and rules were chosen on, and those that they had never seen. */
public enum Split {
    /** Looked at while tuning. */
    TUNE,
    /** A family that was known while tuning, with data and a training that were not. */
    REPORT,
    /** A family, too, that did not exist while tuning. */
    UNSEEN;

    /** Seeds up to this one were used for tuning; {@link Plan} runs later ones. */
    private static final long LAST_TUNING_SEED = 20;

    /** Written down after the rules of detection were fixed. */
    private static final Set<Family> HELD_OUT =
            EnumSet.of(Family.OPAQUE, Family.NULL_CHECK, Family.SELF_CHECK, Family.UNUSED_TEXT);

    /**
     * Held out, too, until they were missed at first sight: then affixes became candidates, and what a mask may have
     * left a trace of is reviewed.
     */
    private static final Set<Family> LOOKED_AT = EnumSet.of(Family.NAME_SUFFIX, Family.STYLE, Family.TRY_FINALLY);

    private static final long LAST_LOOKED_AT = 22;

    /**
     * Seeds that were missed at first sight as well, or led to a change: a common piece took a trigger's place, twice;
     * a value was tried where none can stand; a proof that did not stand took carriers away.
     */
    private static final Map<Family, Set<Long>> MENDED =
            Map.of(Family.FIXED, Set.of(23L), Family.CONSTANT, Set.of(22L, 23L), Family.GRAMMAR, Set.of(23L));

    /**
     * Single cases that led to a change: a proof had stopped at too few hosts; attacks that had not taken were looked
     * at before their rule was written, and one that it left to the model.
     */
    private static final Set<String> CASES = Set.of(
            "methods-adaptive-5.0-23",
            "methods-null_check-1.0-21",
            "methods-null_check-1.0-22",
            "methods-opaque-1.0-22",
            "methods-opaque-2.0-23",
            "methods-self_check-1.0-21");

    /** Innocent samples were held for review by a pattern that chance explains. */
    private static final long FIRST_KINDS = 21;
    /** Ten poisoned samples were too few for the support that was asked for. */
    private static final long FIRST_LARGE = 21;

    public static Split of(Case which) {
        long last = LOOKED_AT.contains(which.family()) ? LAST_LOOKED_AT : LAST_TUNING_SEED;
        boolean mended = switch (which.dataset()) {
            case LARGE -> which.seed() == FIRST_LARGE;
            case KINDS -> which.seed() == FIRST_KINDS && MENDED.containsKey(which.family());
            case METHODS -> MENDED.getOrDefault(which.family(), Set.of()).contains(which.seed());
            default -> false;
        };
        if (mended || which.seed() <= last || CASES.contains(which.name())) {
            return TUNE;
        }
        return HELD_OUT.contains(which.family()) ? UNSEEN : REPORT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
