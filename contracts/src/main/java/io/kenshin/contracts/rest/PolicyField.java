package io.kenshin.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A field that policies have.
 *
 * @param meaning what it decides
 * @param standard what holds where nothing is set; {@code default} in JSON
 * @param values all that it may be; empty where it is a number from 0 to 1
 */
public record PolicyField(
        String name,
        String meaning,
        @JsonProperty("default") Object standard,
        List<Value> values) {

    /**
     * One of the values of a field.
     *
     * @param value a text or a number, as a policy has it
     */
    public record Value(Object value, String meaning) {}
}
