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
    UNDONE;

    /** One of them is a sentence: that is what databases and readers have known it by. */
    @Override
    public String text() {
        return this == WAITING ? "waiting for a second person" : Word.super.text();
    }
}
