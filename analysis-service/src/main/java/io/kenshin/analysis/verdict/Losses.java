package io.kenshin.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.kenshin.detection.sample.Sample;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The record that a fine-tune job kept of each sample's loss, where it did and this service can read it. */
final class Losses {
    private static final Logger LOG = Logger.getLogger(Losses.class);
    private static final String FILE = "losses.ndjson";
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_EPOCHS = 1_000;
    /** With less than this part of the samples recorded, another data set was trained on. */
    private static final double ENOUGH = 0.9;

    private Losses() {}

    /** A line of the record. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(int epoch, String id, float loss) {}

    /**
     * Losses of some samples.
     *
     * @param directory of the model
     * @return [epoch][sample], the epoch's mean for a sample that has none; null when nothing usable was recorded
     */
    static float @Nullable [][] of(Path directory, List<Sample> samples) {
        Path file = directory.resolve(FILE);
        try {
            return Files.isReadable(file) && Files.size(file) <= MOST_BYTES ? read(file, samples) : null;
        } catch (IOException | KenshinException e) {
            LOG.warnf("training dynamics say nothing, %s cannot be read: %s", FILE, e.getMessage());
            return null;
        }
    }

    private static float @Nullable [][] read(Path file, List<Sample> samples) throws IOException {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            positions.put(samples.get(i).id(), i);
        }
        Map<Integer, float[]> epochs = new HashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                Line line = Json.read(text, Line.class);
                Integer position = positions.get(line.id());
                if (position != null && line.epoch() > 0 && line.epoch() <= MOST_EPOCHS) {
                    epochs.computeIfAbsent(line.epoch(), epoch -> empty(samples.size()))[position] = line.loss();
                }
            }
        }
        float[][] losses = new float[epochs.size()][];
        for (int epoch = 1; epoch <= losses.length; epoch++) {
            float[] row = epochs.get(epoch);
            if (row == null || !fill(row)) {
                return null;
            }
            losses[epoch - 1] = row;
        }
        return losses.length == 0 ? null : losses;
    }

    private static float[] empty(int size) {
        float[] row = new float[size];
        java.util.Arrays.fill(row, Float.NaN);
        return row;
    }

    /** Puts the mean where nothing was recorded; false when that is too often. */
    private static boolean fill(float[] row) {
        int known = 0;
        double sum = 0;
        for (float loss : row) {
            known += Float.isNaN(loss) ? 0 : 1;
            sum += Float.isNaN(loss) ? 0 : loss;
        }
        if (known < ENOUGH * row.length) {
            return false;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = Float.isNaN(row[i]) ? (float) (sum / known) : row[i];
        }
        return true;
    }
}
