package io.kenshin.scan.sample;

import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Dialect;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The account of how a scan's samples were read: in which languages, and how far. */
public final class Readings {
    private static final String UNKNOWN = "unknown";

    private record Language(String name, boolean declared, boolean own) implements Comparable<Language> {
        @Override
        public int compareTo(Language other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : Boolean.compare(other.declared, declared);
        }
    }

    private final Map<Language, Integer> languages = new TreeMap<>();
    private @Nullable Integer limit;
    private int truncated;
    private long unread;

    public void add(VectorBatch batch) {
        for (VectorBatch.Row row : batch.rows()) {
            languages.merge(language(row), 1, Integer::sum);
        }
        VectorBatch.Reading reading = batch.reading();
        if (reading != null) {
            limit = reading.limit();
            truncated += reading.truncated();
            unread += reading.unread();
        }
    }

    private static Language language(VectorBatch.Row row) {
        String declared = row.language();
        if (declared != null) {
            return new Language(declared, true, Dialect.reads(declared));
        }
        String guessed = Dialect.of(null, row.code()).language();
        return new Language(guessed.isEmpty() ? UNKNOWN : guessed, false, !guessed.isEmpty());
    }

    /** What was counted, languages by name. */
    public ScanReport.Reading report() {
        return new ScanReport.Reading(
                limit,
                truncated,
                unread,
                languages.entrySet().stream()
                        .map(entry -> new ScanReport.Language(
                                entry.getKey().name(),
                                entry.getKey().declared(),
                                entry.getKey().own(),
                                entry.getValue()))
                        .toList());
    }
}
