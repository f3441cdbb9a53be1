package io.kenshin.remediation.finetune;

/**
 * How a job stands.
 *
 * @param detail why it failed; otherwise empty
 */
public record JobStatus(State state, String detail) {
    /** Where a job is. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    static JobStatus of(State state) {
        return new JobStatus(state, "");
    }
}
