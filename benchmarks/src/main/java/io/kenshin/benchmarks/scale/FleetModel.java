package io.kenshin.benchmarks.scale;

import io.kenshin.benchmarks.fleet.Figures;
import java.util.Locale;

/**
 * What a fleet for many samples needs, from what was measured on a small one.
 *
 * @param cores of a replica of embedding-service
 * @param chunkSeconds that such a replica takes for a chunk
 * @param chunk samples of a chunk
 */
record FleetModel(long samples, int cores, double chunkSeconds, int chunk) {
    private static final double DAY_SECONDS = 24 * 3600;
    /** A replica on machines that are taken away at any time lives for hours. */
    private static final double MEAN_LIFE_SECONDS = 6 * 3600;

    private static final int[] PARTITIONS_PER_REPLICA = {1, 2, 4, 8};

    private int chunks() {
        return Math.toIntExact((samples + chunk - 1) / chunk);
    }

    double coreHours() {
        return chunks() * chunkSeconds * cores / 3600;
    }

    /** Replicas for a scan in a day, if nothing was lost by sharing. */
    int replicas() {
        return (int) Math.ceil(chunks() * chunkSeconds / DAY_SECONDS);
    }

    void addTo(Figures figures) {
        String name = String.format(Locale.ROOT, "%.0e samples: ", (double) samples);
        figures.add(name + "embedding", "core hours", coreHours());
        figures.add(name + "replicas for a scan in a day", "replicas", replicas());
        for (int each : PARTITIONS_PER_REPLICA) {
            Scheduling.Outcome calm = play(each, Double.POSITIVE_INFINITY);
            Scheduling.Outcome rough = play(each, MEAN_LIFE_SECONDS);
            String partitions = name + each * replicas() + " partitions, simulated";
            figures.add(partitions, "hours", calm.seconds() / 3600);
            figures.add(partitions + ", replicas live 6 h", "hours", rough.seconds() / 3600);
        }
    }

    private Scheduling.Outcome play(int partitionsPerReplica, double meanLifeSeconds) {
        int chunks = chunks();
        // Chunks are cut by length: the last ones of a scan cost several times the first.
        return Scheduling.play(
                chunks,
                number -> chunkSeconds * 2 * (number + 0.5) / chunks,
                partitionsPerReplica * replicas(),
                replicas(),
                meanLifeSeconds,
                1);
    }
}
