package io.kenshin.outbox;

/** The news that somebody else has the lease by now: who hears of it leaves the work to him, and has not failed. */
public final class LeaseLost extends RuntimeException {
    LeaseLost(Lease lease) {
        super("another replica has the lease " + lease.name());
    }
}
