package io.kenshin.benchmarks.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.projection.TSne;
import io.kenshin.detection.representation.OverClustering;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.representation.Shapes;
import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.sample.Reservoir;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kenshin's side, in a process of its own: {@code analysis FILE COUNT} or {@code tsne FILE COUNT OUT}. As in a scan,
 * the vectors are streamed, a reservoir of at most 16,000 chosen by hash is kept, and clusters and shapes are
 * computed of it. Prints one line of JSON.
 */
public final class Worker {
    private static final int RESERVOIR = Reservoir.MOST;
    private static final int SEED = 1;
    private static final int PERPLEXITY = 30;

    private Worker() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Path file = Path.of(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        Map<String, Object> result = new HashMap<>();
        if (arguments[0].equals("tsne")) {
            tsne(file, count, Path.of(arguments[3]));
        } else {
            analyse(file, count, result);
        }
        result.put("seconds", (System.nanoTime() - start) / 1e9);
        result.put("peakMiB", peakMiB());
        System.out.println(new ObjectMapper().writeValueAsString(result));
    }

    private static void analyse(Path file, int count, Map<String, Object> result) throws IOException {
        List<Sample> reservoir = new ArrayList<>();
        VectorFile.read(file, count, (number, values) -> {
            if (count <= RESERVOIR || Math.floorMod(number * 0x9E3779B1, count) < RESERVOIR) {
                reservoir.add(new Sample(
                        Integer.toString(number), "", number % 2, new float[][] {values.clone()}, new float[] {0, 0}));
            }
        });
        List<Cluster> clusters = OverClustering.find(reservoir, 2, SEED);
        Shapes.measure(Shapes.choose(reservoir, 2, SEED), null, SEED);
        BitSet planted = new BitSet();
        for (int i = 0; i < reservoir.size(); i++) {
            planted.set(i, VectorFile.isPlanted(Long.parseLong(reservoir.get(i).id())));
        }
        double recall = 0;
        double precision = 0;
        for (Cluster cluster : clusters) {
            double r = Overlap.part(planted, cluster.members());
            if (r > recall) {
                recall = r;
                precision = Overlap.part(cluster.members(), planted);
            }
        }
        result.put("recall", recall);
        result.put("precision", precision);
    }

    private static void tsne(Path file, int count, Path out) throws IOException {
        double[][] vectors = new double[count][VectorFile.DIMENSION];
        VectorFile.read(file, count, (number, values) -> {
            for (int i = 0; i < values.length; i++) {
                vectors[number][i] = values[i];
            }
        });
        double[][] map = TSne.map(vectors, PERPLEXITY, null);
        ByteBuffer bytes = ByteBuffer.allocate(count * 2 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] at : map) {
            bytes.putDouble(at[0]).putDouble(at[1]);
        }
        Files.write(out, bytes.array());
    }

    /** The greatest resident memory of this process. */
    private static double peakMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
