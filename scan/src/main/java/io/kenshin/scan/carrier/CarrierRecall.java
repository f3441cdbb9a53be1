package io.kenshin.scan.carrier;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.Prober;
import io.kenshin.scan.report.JudgedTrigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The recall of every carrier of a judged pattern, also among samples that the investigation did not look at. Where a
 * pattern is no more than a hint, the sample itself has to hang on it: the model is asked.
 */
public final class CarrierRecall {
    private final ScanPlan plan;
    private final List<JudgedTrigger> triggers;
    private final Prober prober;
    private final Set<String> investigated = new HashSet<>();
    private final Map<String, Set<String>> carriers = new HashMap<>();

    /**
     * What to look for.
     *
     * @param triggers in their order: a sample with several of them carries the first
     * @param samples that were investigated: positions of the triggers' carriers
     */
    public CarrierRecall(ScanPlan plan, List<JudgedTrigger> triggers, List<Sample> samples, Prober prober) {
        this.plan = plan;
        this.triggers = triggers;
        this.prober = prober;
        samples.forEach(sample -> investigated.add(sample.id()));
        for (JudgedTrigger trigger : triggers) {
            carriers.put(
                    trigger.id(),
                    trigger.finding().candidate().carriers().stream()
                            .mapToObj(i -> samples.get(i).id())
                            .collect(Collectors.toSet()));
        }
    }

    /** @param rows that have vectors and a label of the model */
    public List<Carrier> among(List<VectorBatch.Row> rows) {
        List<Carrier> found = new ArrayList<>();
        List<VectorBatch.Row> open = new ArrayList<>();
        for (VectorBatch.Row row : rows) {
            JudgedTrigger trigger = settled(row);
            if (trigger != null) {
                found.add(new Carrier(row, trigger));
            } else if (!investigated.contains(row.sampleId())) {
                open.add(row);
            }
        }
        if (investigated.size() < plan.samples()) {
            for (JudgedTrigger trigger : triggers) {
                if (!trigger.isExact()) {
                    List<VectorBatch.Row> hanging = hangingOn(trigger, open);
                    hanging.forEach(row -> found.add(new Carrier(row, trigger)));
                    open.removeAll(hanging);
                }
            }
        }
        return found;
    }

    /** The trigger that a sample carries, as far as the model need not be asked. */
    private @Nullable JudgedTrigger settled(VectorBatch.Row row) {
        return triggers.stream()
                .filter(trigger -> leadsTo(trigger, row))
                .filter(trigger -> carriers.getOrDefault(trigger.id(), Set.of()).contains(row.sampleId())
                        || (trigger.isExact() && trigger.isIn(code(row))))
                .findFirst()
                .orElse(null);
    }

    /** Those that have the pattern and are no longer given its label without it. */
    private List<VectorBatch.Row> hangingOn(JudgedTrigger trigger, List<VectorBatch.Row> rows) {
        List<VectorBatch.Row> carrying = rows.stream()
                .filter(row -> leadsTo(trigger, row) && trigger.isIn(code(row)))
                .toList();
        if (carrying.isEmpty()) {
            return List.of();
        }
        List<Answer> without = prober.answers(
                carrying.stream().map(row -> trigger.without(code(row))).toList());
        List<VectorBatch.Row> hanging = new ArrayList<>();
        for (int i = 0; i < without.size(); i++) {
            if (!without.get(i).shows(trigger.target())) {
                hanging.add(carrying.get(i));
            }
        }
        return hanging;
    }

    private boolean leadsTo(JudgedTrigger trigger, VectorBatch.Row row) {
        return plan.labels().indexOf(row.label()) == trigger.target().index();
    }

    private static Code code(VectorBatch.Row row) {
        return Code.of(row.code(), row.language());
    }
}
