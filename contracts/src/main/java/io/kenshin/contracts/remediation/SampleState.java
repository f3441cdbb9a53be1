package io.kenshin.contracts.remediation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kenshin.contracts.Word;

/** What has become of a sample of a case. */
public enum SampleState implements Word {
    /** It is held back. */
    @JsonProperty("quarantined")
    QUARANTINED,
    /** People let it in. */
    @JsonProperty("released")
    RELEASED,
    /** It waits for a person. */
    @JsonProperty("review")
    REVIEW
}
