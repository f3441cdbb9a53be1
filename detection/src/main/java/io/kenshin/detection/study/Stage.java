package io.kenshin.detection.study;

import java.util.Locale;

/** A stage of an investigation, in the order in which they come. */
public enum Stage {
    /** Samples are clustered. */
    CLUSTER,
    /** Patterns are mined. */
    MINE,
    /** Patterns are looked at without the model. */
    SCREEN,
    /** Candidates are put to the model. */
    PROVE,
    /** Members of clusters are taken apart. */
    OCCLUDE,
    /** Carriers are recalled that no text matches. */
    RECALL;

    /** The name in progress reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
