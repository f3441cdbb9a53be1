package io.kenshin.remediation.cases;

/** The news that samples of a case are quarantined and none waits for a person: it may go on by itself. */
public record Quarantined(String caseId) {}
