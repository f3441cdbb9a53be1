package io.kenshin.contracts.finding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What Kenshin thinks should become of a sample. */
public enum Decision {
    /** It carries a proven trigger. */
    @JsonProperty("quarantine")
    QUARANTINE,
    /** People should look. */
    @JsonProperty("review")
    REVIEW
}
