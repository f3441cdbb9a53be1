package io.kenshin.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kenshin.contracts.scan.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How far the analysis of a scan is.
 *
 * @param stage what is done now, in a word
 * @param done of the total of this stage
 * @param verdict null until there is a report
 */
public record ScanProgress(
        String scanId,
        State state,
        String stage,
        int done,
        int total,
        @Nullable Verdict verdict) {

    /** A part of the way from plan to verdict. */
    public enum State {
        /** Vectors are coming in. */
        @JsonProperty("embedding")
        EMBEDDING,
        /** All vectors are there. */
        @JsonProperty("analysing")
        ANALYSING,
        /** There is a report. */
        @JsonProperty("finished")
        FINISHED
    }
}
