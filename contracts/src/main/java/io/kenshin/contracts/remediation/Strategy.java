package io.kenshin.contracts.remediation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A way to train a healed version. */
public enum Strategy implements Choice {
    @JsonProperty("inoculate")
    INOCULATE("from the base, on clean samples, among them some that carry the trigger under their true label"),
    @JsonProperty("clean")
    CLEAN("from the base, on clean samples"),
    @JsonProperty("unlearn")
    UNLEARN("from the poisoned model, on clean samples");

    private final String meaning;

    Strategy(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
