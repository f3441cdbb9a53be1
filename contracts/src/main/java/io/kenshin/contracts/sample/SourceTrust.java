package io.kenshin.contracts.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kenshin.contracts.Word;

/** The trust in a source: what becomes of samples that come from it. */
public enum SourceTrust implements Word {
    /** They are taken. */
    @JsonProperty("trusted")
    TRUSTED,
    /** They wait for a healthy scan. */
    @JsonProperty("probation")
    PROBATION,
    /** They stay out. */
    @JsonProperty("blocked")
    BLOCKED
}
