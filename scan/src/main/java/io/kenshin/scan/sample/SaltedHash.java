package io.kenshin.scan.sample;

/**
 * 64-bit hashes of texts under a salt. Whoever does not know the salt cannot write two texts that are one to it, nor
 * arrange to be drawn or left out: so a scan is salted with its id, which nobody knows before it is ordered.
 */
public final class SaltedHash {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final long salt;

    public SaltedHash(String salt) {
        this(of(0x5DEECE66DL, salt));
    }

    private SaltedHash(long salt) {
        this.salt = salt;
    }

    /** Hashes that have nothing to do with these, for another purpose in the same scan. */
    public SaltedHash other(int purpose) {
        return new SaltedHash(mix(salt + MULTIPLIER * (purpose + 1L)));
    }

    public long of(String text) {
        return of(salt, text);
    }

    private static long of(long salt, String text) {
        long hash = salt;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return mix(hash + text.length());
    }

    /** A hash of a hash and what follows it; the order counts. */
    public static long join(long hash, long next) {
        long joined = (Long.rotateLeft(hash, 25) * MULTIPLIER ^ next) * MULTIPLIER;
        return joined ^ (joined >>> 29);
    }

    /** Every bit of the result depends on every bit of the value (MurmurHash3's finaliser, public domain). */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
