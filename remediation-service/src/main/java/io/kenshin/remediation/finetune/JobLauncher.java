package io.kenshin.remediation.finetune;

import java.util.List;

/** A place where fine-tune jobs run. Implementations keep what they know outside of this process. */
public interface JobLauncher {
    /** Starts a job, or does nothing when it was started before. */
    void start(JobSpec spec);

    /** How a started job stands, also after a restart of this service. */
    JobStatus status(String jobId);

    /** Ends a job that is still running. */
    void cancel(String jobId);

    /** The last lines that the job wrote, at most {@code lines}; empty when there are none (yet). */
    List<String> log(String jobId, int lines);
}
