package io.kenshin.analysis.replay;

import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;

/** What is to be done with a scan whose vectors are all there. */
public interface ScanRunner {
    /**
     * Brings a scan to its end; one that is finished is left alone.
     *
     * @param lease what is kept of it is kept while this replica has that
     * @throws LeaseLost when another replica has it by then
     */
    void run(String scanId, Lease lease);
}
