package io.kenshin.ingest.model;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.foundation.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One version of a model in the store. */
@Entity(name = "model_version")
@IdClass(ModelVersion.Key.class)
class ModelVersion {
    @Id
    String model;

    @Id
    int version;

    String directory;

    @Nullable
    String base;

    @Column(name = "labels")
    String joinedLabels;

    String architecture;

    int layers;

    /** Where it was imported from. */
    String origin;

    /** SHA-256 of each file, as JSON; versions from before they were kept have none. */
    @Nullable
    String digests;

    /** Model and version. */
    @SuppressWarnings("NullAway.Init")
    static class Key implements Serializable {
        String model;
        int version;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.model.equals(model) && key.version == version;
        }

        @Override
        public int hashCode() {
            return 31 * model.hashCode() + version;
        }
    }

    List<String> labels() {
        return joinedLabels.isEmpty() ? List.of() : Arrays.asList(joinedLabels.split("\n"));
    }

    /** By path in the directory; empty where they were not kept. */
    SortedMap<String, String> digests() {
        return digests == null ? new TreeMap<>() : Json.read(digests, new TypeReference<TreeMap<String, String>>() {});
    }
}
