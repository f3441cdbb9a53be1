package io.kenshin.contracts.rest;

/**
 * How often findings in a data set were wrong.
 *
 * @param found samples that scans put into cases
 * @param released those that people released
 * @param rate released of found
 */
public record FalsePositives(String dataset, long found, long released, double rate) {}
