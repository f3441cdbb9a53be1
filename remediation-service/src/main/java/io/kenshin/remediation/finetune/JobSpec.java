package io.kenshin.remediation.finetune;

import java.util.Map;

/**
 * A fine-tune job to run.
 *
 * @param id the same id is the same job: it is never started twice
 * @param environment what the trainer contract tells the trainer
 */
public record JobSpec(String id, Map<String, String> environment) {}
