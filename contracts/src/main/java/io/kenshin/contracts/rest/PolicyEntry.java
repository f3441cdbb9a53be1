package io.kenshin.contracts.rest;

import java.util.Map;

/** A policy as it was set for a scope: only the fields that differ from the wider one. */
public record PolicyEntry(String scope, Map<String, Object> policy, String actor) {}
