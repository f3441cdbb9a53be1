package io.kenshin.remediation.finetune;

/** Runs fine-tune jobs somewhere. Implementations keep what they know outside of this process. */
public interface JobLauncher {
    /** Starts a job, or does nothing when it was started before. */
    void start(JobSpec spec);

    /** How a started job stands, also after a restart of this service. */
    JobStatus status(String jobId);

    /** Ends a job that is still running. */
    void cancel(String jobId);
}
