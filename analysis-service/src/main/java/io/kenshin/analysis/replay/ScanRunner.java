package io.kenshin.analysis.replay;

/** What is to be done with a scan whose vectors are all there. */
public interface ScanRunner {
    /** Brings a scan to its end; one that is finished is left alone. */
    void run(String scanId);
}
