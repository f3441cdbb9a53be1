package io.kenshin.contracts.remediation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kenshin.contracts.Word;

/** How a decision about samples stands. */
public enum DecisionState implements Word {
    /** It holds. */
    @JsonProperty("done")
    DONE,
    /** A second person has to agree first. */
    @JsonProperty("waiting for a second person")
    WAITING,
    /** It was taken back. */
    @JsonProperty("undone")
    UNDONE
}
