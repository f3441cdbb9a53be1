package io.kenshin.benchmarks.victim;

/** How a victim was trained again. */
public enum Healing {
    /** Not at all. */
    NONE(""),
    /** From the base, without what Kenshin quarantined. */
    CLEAN("-healed"),
    /** The same, with clean samples that carry the triggers under their true label. */
    INOCULATE("-inoculated"),
    /** The same, although a third of what was found was left in on purpose. */
    INOCULATE_MISSED("-inoculated_missed");

    private final String suffix;

    Healing(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }
}
