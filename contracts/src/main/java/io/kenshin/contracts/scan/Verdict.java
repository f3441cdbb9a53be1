package io.kenshin.contracts.scan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a scan ends: in exactly one of these. */
public enum Verdict {
    @JsonProperty("healthy")
    HEALTHY,
    @JsonProperty("suspicious")
    SUSPICIOUS,
    @JsonProperty("poisoned")
    POISONED,
    @JsonProperty("failed")
    FAILED
}
