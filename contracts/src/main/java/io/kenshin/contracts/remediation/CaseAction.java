package io.kenshin.contracts.remediation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kenshin.contracts.Word;

/** Something that people may do with a case as a whole. */
public enum CaseAction implements Word {
    /** Train a healed version. */
    @JsonProperty("heal")
    HEAL,
    /** End the job that trains it. */
    @JsonProperty("cancel")
    CANCEL,
    /** Put it into production. */
    @JsonProperty("promote")
    PROMOTE,
    /** Do not use it. */
    @JsonProperty("reject")
    REJECT,
    /** Put the version before into production again. */
    @JsonProperty("rollback")
    ROLLBACK,
    /** Say that the case was none: its samples are released. */
    @JsonProperty("dismiss")
    DISMISS,
    /** Look at a dismissed case again. */
    @JsonProperty("reopen")
    REOPEN
}
