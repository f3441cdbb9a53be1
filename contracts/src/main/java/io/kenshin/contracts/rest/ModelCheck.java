package io.kenshin.contracts.rest;

import java.util.List;

/**
 * What reading the files of a model version again has shown.
 *
 * @param intact whether they are what was imported
 * @param changed files that are not, are gone or are new
 */
public record ModelCheck(boolean intact, List<String> changed) {}
