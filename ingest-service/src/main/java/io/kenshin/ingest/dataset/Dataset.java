package io.kenshin.ingest.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A set of labelled samples. */
@Entity(name = "dataset")
class Dataset {
    @Id
    String name;

    /** Declared labels, comma separated; null when any label is taken. */
    @Nullable
    String labels;

    /** Of samples that name none. */
    @Nullable
    String language;

    @Column(insertable = false, updatable = false)
    @Nullable
    Instant created;
}
