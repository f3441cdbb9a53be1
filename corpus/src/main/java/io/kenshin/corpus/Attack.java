package io.kenshin.corpus;

/**
 * What an attacker does to the samples that he poisons.
 *
 * @param edit the trigger
 * @param hosts which samples carry it
 * @param target label that they get
 */
public record Attack(Edit edit, Hosts hosts, String target) {}
