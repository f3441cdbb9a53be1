package io.kenshin.remediation.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.Strategy;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The findings of one scan, and what is done about them. */
@Entity(name = "remediation_case")
public class RemediationCase {
    @Id
    public String id;

    @Column(name = "scan_id")
    public String scanId;

    public String dataset;

    public String model;

    /** The version that was scanned. */
    public int version;

    public String directory;

    @Column(name = "labels")
    public String joinedLabels;

    @Column(name = "triggers")
    public String triggersJson;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private CaseState state;

    /** Why it is in this state. */
    public String detail;

    public int attempt;

    @Convert(converter = StrategyColumn.class)
    public @Nullable Strategy strategy;

    @Column(name = "healed_version")
    public @Nullable Integer healedVersion;

    @Column(name = "healed_directory")
    public @Nullable String healedDirectory;

    /** What was in production when the healed version was put there. */
    @Column(name = "replaced_version")
    public @Nullable Integer replacedVersion;

    @Column(name = "rescan_id")
    public @Nullable String rescanId;

    @Column(name = "figures")
    public String figuresJson;

    /** Counts every change, so that a person who looked at an older state is told. */
    public int revision;

    @Column(insertable = false, updatable = false)
    public @Nullable Instant opened;

    protected RemediationCase() {
        // For Hibernate.
    }

    /** A new case. */
    public RemediationCase(String id, CaseState state) {
        this.id = id;
        this.state = state;
    }

    public CaseState state() {
        return state;
    }

    /**
     * Goes to another state: the one place that checks the transition.
     *
     * @throws KenshinException when the case cannot go there from where it is
     */
    public void become(CaseState to) {
        if (!state.leadsTo(to)) {
            throw new KenshinException(
                    ErrorCode.CONFLICT, "case " + id + " is " + state.text() + ": it cannot become " + to.text());
        }
        state = to;
    }

    public List<String> labels() {
        return Arrays.asList(joinedLabels.split("\n"));
    }

    public List<TriggerReport> triggers() {
        return Json.read(triggersJson, new TypeReference<List<TriggerReport>>() {});
    }

    public Map<String, Double> figures() {
        return Json.read(figuresJson, new TypeReference<Map<String, Double>>() {});
    }

    /** What a rollback puts into production; promotions from before that was noted replaced the scanned version. */
    public int versionBefore() {
        return Objects.requireNonNullElse(replacedVersion, version);
    }

    /** Name of the current fine-tune job. */
    public String jobId() {
        return id + "-" + attempt;
    }
}
