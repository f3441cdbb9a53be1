package io.kenshin.analysis.replay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A scan on its way from plan to verdict. */
@Entity(name = "scan")
public class Scan {
    /** Vectors are coming in. */
    public static final String EMBEDDING = "embedding";
    /** All vectors are there. */
    public static final String ANALYSING = "analysing";
    /** There is a report. */
    public static final String FINISHED = "finished";

    @Id
    public String id;

    /** The plan, as JSON. */
    public String plan;

    public String state;

    public String stage;

    public int done;

    public int total;

    public @Nullable String verdict;

    /** The report, as JSON. */
    public @Nullable String report;

    @Column(insertable = false, updatable = false)
    public @Nullable Instant ordered;

    public @Nullable Instant finished;
}
