package io.kenshin.contracts.rest;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.remediation.CaseAction;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.Strategy;
import io.kenshin.contracts.training.TrainingProgress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case as others see it.
 *
 * @param detail why it is in this state
 * @param revision counts every change, so that a person who looked at an older state is told
 * @param figures what verification measured, by name
 * @param job the latest word of the job that heals it
 * @param history empty where cases are listed
 * @param actions what people may do with it, in the order in which they would
 * @param ended whether nothing goes on by itself and nobody is waited for
 */
public record CaseView(
        String id,
        String scanId,
        String dataset,
        String model,
        int version,
        CaseState state,
        String detail,
        int revision,
        @Nullable Strategy strategy,
        @Nullable Integer healedVersion,
        @Nullable String healedDirectory,
        @Nullable String rescanId,
        Map<String, Double> figures,
        List<TriggerReport> triggers,
        @Nullable TrainingProgress job,
        List<CaseStep> history,
        @Nullable List<CaseAction> actions,
        @Nullable Boolean ended) {
    public CaseView {
        // A service from before these were said knows the same states.
        actions = Objects.requireNonNullElseGet(actions, state::actions);
        ended = Objects.requireNonNullElseGet(ended, state::ended);
    }
}
