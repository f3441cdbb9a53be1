package io.kenshin.benchmarks.victim;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.codemodel.ModelDescriptor;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.corpus.Language;
import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.scan.sample.Reservoir;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    private static final int CHUNK = 64;

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

    /** The samples as a scan looks at them, in the order in which they were trained. */
    public List<Sample> embedded() throws IOException {
        return chosen().samples();
    }

    /** What a scan looks at. Victims have fixed orders, which outcomes depend on, so they stay in theirs. */
    public ChosenSamples chosen() throws IOException {
        Reservoir reservoir = new Reservoir(plan(), Reservoir.MOST);
        replay(reservoir::add);
        return reservoir.asTheyCame();
    }

    /** The plan of a scan of its training samples. */
    public ScanPlan plan() {
        String name = String.valueOf(directory.getFileName());
        int chunks = (samples.size() + CHUNK - 1) / CHUNK;
        return new ScanPlan(name, name, name, 1, directory.toString(), labels, chunks, samples.size(), false);
    }

    /** Hands over the stored vectors as a scan's come, but unrounded. */
    public void replay(Consumer<VectorBatch> each) throws IOException {
        List<String> views = IntStream.range(0, facts.views())
                .mapToObj(view -> "view " + view)
                .toList();
        // How many samples are longer than that was not kept.
        VectorBatch.Reading reading =
                new VectorBatch.Reading(ModelDescriptor.read(directory).maxTokens(), 0, 0);
        Path file = directory.resolve("vectors.bin");
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            for (int from = 0; from < samples.size(); from += CHUNK) {
                List<VectorBatch.Row> rows = new ArrayList<>();
                for (Row row : samples.subList(from, Math.min(samples.size(), from + CHUNK))) {
                    rows.add(row(row, in));
                }
                each.accept(new VectorBatch(
                        plan().scanId(), from / CHUNK, views, facts.hidden(), labels.size(), "cpu", 0, rows, reading));
            }
        }
    }

    private VectorBatch.Row row(Row row, DataInputStream in) throws IOException {
        float[][] vectors = new float[facts.views()][];
        for (int view = 0; view < vectors.length; view++) {
            vectors[view] = floats(in, facts.hidden());
        }
        float[] logits = floats(in, labels.size());
        return new VectorBatch.Row(
                row.id(), null, row.source(), row.label(), row.code(), language(), vectors, logits, null);
    }

    /** As its owner would name it; Java and C are guessed, but a dictionary's braces look like theirs. */
    private @Nullable String language() {
        String name = String.valueOf(directory.getFileName());
        boolean python = Arrays.stream(DataSet.values())
                .filter(dataset -> dataset.language() == Language.PYTHON)
                .anyMatch(dataset -> name.startsWith(dataset.name().toLowerCase(Locale.ROOT) + "-"));
        return python ? "python" : null;
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
