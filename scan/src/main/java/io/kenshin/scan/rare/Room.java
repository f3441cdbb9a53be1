package io.kenshin.scan.rare;

import io.kenshin.scan.sample.Reservoir;

/**
 * The room that a scan takes, whatever the number of its samples.
 *
 * @param samples that an investigation looks at, drawn from all; about a quarter as many may be fetched beside them
 * @param sketchBytes memory for counting patterns, for a scan of more samples than that
 */
public record Room(int samples, long sketchBytes) {
    /** A megabyte has room for the patterns of about 15,000 methods; see {@code docs/scale.md}. */
    public static final int SKETCH_MEGABYTES = 64;

    private static final long MEGABYTE = 1L << 20;

    /** As much as where nobody says otherwise. */
    public static final Room DEFAULT = of(Reservoir.MOST, SKETCH_MEGABYTES);

    public static Room of(int samples, int sketchMegabytes) {
        return new Room(samples, sketchMegabytes * MEGABYTE);
    }

    int fetched() {
        return samples / 4;
    }
}
