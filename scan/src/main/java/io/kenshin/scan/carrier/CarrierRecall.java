package io.kenshin.scan.carrier;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trigger.CompiledTriggers;
import io.kenshin.scan.report.JudgedTrigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The recall of every carrier of a judged pattern, also among samples that the investigation did not look at. Where a
 * pattern is no more than a hint, the sample itself has to hang on it: the model is asked. A set of names is such a
 * hint wherever they stand together. All patterns are looked for in one reading of a sample: there may be a million.
 */
public final class CarrierRecall {
    private final ScanPlan plan;
    private final List<JudgedTrigger> triggers;
    private final Prober prober;
    private final CompiledTriggers patterns;
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
        patterns = new CompiledTriggers(triggers.stream()
                .map(trigger -> trigger.finding().candidate().pattern())
                .toList());
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
        List<Open> open = new ArrayList<>();
        for (VectorBatch.Row row : rows) {
            List<JudgedTrigger> leading =
                    triggers.stream().filter(trigger -> leadsTo(trigger, row)).toList();
            if (!leading.isEmpty()) {
                Set<String> there = in(row);
                leading.stream()
                        .filter(trigger -> isKnown(trigger, row) || (trigger.isExact() && there.contains(trigger.id())))
                        .findFirst()
                        .ifPresentOrElse(
                                trigger -> found.add(new Carrier(row, trigger)), () -> open.add(new Open(row, there)));
            }
        }
        if (investigated.size() < plan.samples()) {
            open.removeIf(row -> investigated.contains(row.row().sampleId()));
            for (JudgedTrigger trigger : triggers) {
                if (!trigger.isExact()) {
                    List<Open> hanging = hangingOn(trigger, open);
                    hanging.forEach(row -> found.add(new Carrier(row.row(), trigger)));
                    open.removeAll(hanging);
                }
            }
        }
        return found;
    }

    /** A sample that nothing is settled about, and the patterns that stand in it. */
    private record Open(VectorBatch.Row row, Set<String> there) {}

    private Set<String> in(VectorBatch.Row row) {
        return patterns.in(code(row)).stream().map(i -> triggers.get(i).id()).collect(Collectors.toSet());
    }

    /** Whether the investigation named the sample. */
    private boolean isKnown(JudgedTrigger trigger, VectorBatch.Row row) {
        return carriers.getOrDefault(trigger.id(), Set.of()).contains(row.sampleId());
    }

    /** Those that have the pattern and are no longer given its label without it. */
    private List<Open> hangingOn(JudgedTrigger trigger, List<Open> rows) {
        List<Open> carrying = rows.stream()
                .filter(row -> leadsTo(trigger, row.row()) && row.there().contains(trigger.id()))
                .toList();
        if (carrying.isEmpty()) {
            return List.of();
        }
        List<Answer> without = prober.answers(
                carrying.stream().map(row -> trigger.without(code(row.row()))).toList());
        List<Open> hanging = new ArrayList<>();
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
