package io.kenshin.audit.trigger;

import java.util.List;

/**
 * The outcome of a search for triggers.
 *
 * @param searched whether there was anything to search: a head whose predictions could turn
 * @param triggers everything that turns the model, triggers first
 * @param unsearched labels that too few samples, or too little time, were there for
 * @param probes predictions that were asked for
 */
public record SearchResult(boolean searched, List<FoundTrigger> triggers, List<String> unsearched, long probes) {
    /** Of a model that no text can turn. */
    public static final SearchResult NOT_SEARCHED = new SearchResult(false, List.of(), List.of(), 0);
}
