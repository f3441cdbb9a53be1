package io.kenshin.contracts.scan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kenshin.contracts.Word;

/** Where the order of a scan is: on its way, or at its verdict. */
public enum ScanState implements Word {
    /** It is being cut into chunks, or waits for another scan to end. */
    @JsonProperty("ordered")
    ORDERED,
    /** All chunks are on their way. */
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("healthy")
    HEALTHY,
    @JsonProperty("suspicious")
    SUSPICIOUS,
    @JsonProperty("poisoned")
    POISONED,
    @JsonProperty("failed")
    FAILED;

    /** Whether there is a verdict, or never will be one. */
    public boolean ended() {
        return this != ORDERED && this != PLANNED;
    }
}
