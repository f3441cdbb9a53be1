package io.kenshin.benchmarks.victim;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.detection.Sample;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained model with its data, as it lies in a directory, so that an interrupted matrix goes on where it was.
 *
 * @param labels names in the order of the logits
 * @param samples training samples, poison included
 * @param attackSuccess part of held-out samples of other labels that the trigger turns; null when clean
 * @param natural the same for the clean twin; null when clean
 * @param accuracy on held-out clean samples
 * @param embedSeconds wall time of embedding the training samples in one thread
 */
public record Victim(Path directory, List<String> labels, List<Row> samples, Facts facts) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] VIEWS_FROM_END = {2, 1, 4, 6};

    /** One training sample and the truth about it. */
    public record Row(String id, String code, String label, String source, boolean poisoned) {}

    /** What was measured once, when the victim was made. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Facts(
            double attackSuccess,
            double natural,
            double accuracy,
            double trainSeconds,
            double embedSeconds,
            int views,
            int hidden) {}

    public int poisoned() {
        return (int) samples.stream().filter(Row::poisoned).count();
    }

    public CodeModel open() {
        return CodeModel.open(directory, Device.CPU, 1);
    }

    /** Loss of each sample in each epoch, [epoch][sample]. */
    public float[][] losses() throws IOException {
        List<float[]> epochs = new ArrayList<>();
        Path file = directory.resolve("losses.bin");
        int count = (int) (Files.size(file) / Float.BYTES / samples.size());
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int epoch = 0; epoch < count; epoch++) {
                epochs.add(floats(in, samples.size()));
            }
        }
        return epochs.toArray(float[][]::new);
    }

    /**
     * The samples as detection sees them.
     *
     * @param views indices of the views to keep; none for those that a scan uses
     */
    public List<Sample> embedded(int... views) throws IOException {
        int[] wanted = views.length > 0 ? views : scanViews();
        List<Sample> result = new ArrayList<>(samples.size());
        Path file = directory.resolve("vectors.bin");
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            for (Row row : samples) {
                float[][] all = new float[facts.views()][];
                for (int view = 0; view < all.length; view++) {
                    all[view] = floats(in, facts.hidden());
                }
                float[] logits = floats(in, labels.size());
                float[][] kept = new float[wanted.length][];
                for (int i = 0; i < wanted.length; i++) {
                    kept[i] = all[wanted[i]];
                }
                result.add(new Sample(row.id(), row.code(), labels.indexOf(row.label()), kept, logits));
            }
        }
        return result;
    }

    private int[] scanViews() {
        int[] views = new int[VIEWS_FROM_END.length];
        for (int i = 0; i < views.length; i++) {
            views[i] = facts.views() - VIEWS_FROM_END[i];
        }
        return views;
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        java.nio.ByteBuffer.wrap(in.readNBytes(count * Float.BYTES))
                .asFloatBuffer()
                .get(values);
        return values;
    }

    static void write(Path file, List<float[]> rows) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (float[] row : rows) {
                java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(row.length * Float.BYTES);
                bytes.asFloatBuffer().put(row);
                out.write(bytes.array());
            }
        }
    }

    public static Victim read(Path directory) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("train.ndjson"))) {
            rows.add(JSON.readValue(line, Row.class));
        }
        Facts facts = JSON.readValue(directory.resolve("facts.json").toFile(), Facts.class);
        List<String> labels =
                List.of(JSON.readValue(directory.resolve("labels.json").toFile(), String[].class));
        return new Victim(directory, labels, rows, facts);
    }
}
