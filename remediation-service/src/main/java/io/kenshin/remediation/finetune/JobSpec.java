package io.kenshin.remediation.finetune;

import java.util.Map;

/**
 * A fine-tune job to run.
 *
 * @param id the same id is the same job: it is never started twice
 * @param environment what the trainer contract tells the trainer
 * @param ownToken whether the token in it is the job's own, worth nothing elsewhere or later; else it is the fleet's
 */
public record JobSpec(String id, Map<String, String> environment, boolean ownToken) {
    public JobSpec(String id, Map<String, String> environment) {
        this(id, environment, false);
    }
}
