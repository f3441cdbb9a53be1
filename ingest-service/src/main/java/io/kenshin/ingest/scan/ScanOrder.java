package io.kenshin.ingest.scan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order to scan a data set with a model. */
@Entity(name = "scan_order")
class ScanOrder {
    /** Ordered, being cut into chunks. */
    static final String ORDERED = "ordered";
    /** All chunks are on their way. */
    static final String PLANNED = "planned";

    @Id
    String id;

    String dataset;

    String model;

    int version;

    /** A count ("10000"), a percentage ("10%"), a part ("3/10", always the same samples) or "new"; null for all. */
    @Nullable
    String sample;

    String state;

    @Nullable
    String detail;

    @Column(insertable = false, updatable = false)
    @Nullable
    Instant created;

    /** How many samples the scan looks at, once it is planned. */
    @Nullable
    Integer samples;

    @Nullable
    Instant finished;

    /** Since when it is being planned, or was; null while it waits for another to end. */
    @Nullable
    Instant admitted;

    boolean isNewOnly() {
        return SampleSize.Unseen.NAME.equals(sample);
    }
}
