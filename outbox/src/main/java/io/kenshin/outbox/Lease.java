package io.kenshin.outbox;

/**
 * A right that was taken, as {@link Leases} gave it.
 *
 * @param name what it is for
 * @param epoch higher than that of everybody who had it before
 */
public record Lease(String name, long epoch) {}
