package io.kenshin.remediation.screen;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.screen.ScreenReply.Hit;
import io.kenshin.detection.trigger.CompiledTriggers;
import io.kenshin.detection.trigger.TriggerPattern;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.RemediationSettings;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.policy.Policy;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The triggers of open cases, compiled and held in memory: a case of which the model is not healed yet. Read again
 * every second, so that screening itself never waits for the database.
 */
@ApplicationScoped
public class ScreenRules {
    private static final Logger LOG = Logger.getLogger(ScreenRules.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Database database;
    private final Policies policies;
    private final long staleNanos;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("screen-rules"));
    private volatile @Nullable Snapshot snapshot;

    ScreenRules(Database database, Policies policies, RemediationSettings settings) {
        this.database = database;
        this.policies = policies;
        staleNanos = TimeUnit.SECONDS.toNanos(settings.screening().staleSeconds());
    }

    private record Snapshot(String source, Map<String, Model> models, long read) {}

    /** One trigger of a case, and what the policy says about inputs that carry it. */
    record Rule(Hit hit, String policy) {}

    /**
     * The rules of one model.
     *
     * @param rules in the order of the compiled patterns
     * @param directory of the version that was scanned last
     * @param labels names in the order of the logits
     */
    record Model(CompiledTriggers compiled, List<Rule> rules, String directory, List<String> labels) {}

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::refresh, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * The rules of a model.
     *
     * @return null when they are not known, because the database has been away for too long; empty when there are none
     */
    @Nullable
    Optional<Model> of(String model) {
        Snapshot now = snapshot;
        if (now == null || System.nanoTime() - now.read() > staleNanos) {
            return null;
        }
        return Optional.ofNullable(now.models().get(model));
    }

    private void refresh() {
        try {
            List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                            "select id, dataset, model, directory, labels, triggers, (select coalesce(max(changed), 'epoch')"
                                    + " from policy)::text from remediation_case"
                                    + " where state not in ('PROMOTED', 'DISMISSED') order by opened, id",
                            Object[].class)
                    .getResultList());
            StringBuilder source = new StringBuilder();
            rows.forEach(row -> source.append(List.of(row)).append('\n'));
            Snapshot before = snapshot;
            Map<String, Model> models =
                    before != null && before.source().contentEquals(source) ? before.models() : compile(rows);
            snapshot = new Snapshot(source.toString(), models, System.nanoTime());
        } catch (RuntimeException e) {
            LOG.warnf("screening goes on with the triggers that it knows: %s", e.getMessage());
        }
    }

    private Map<String, Model> compile(List<Object[]> rows) {
        Map<String, List<TriggerPattern>> patterns = new HashMap<>();
        Map<String, List<Rule>> rules = new HashMap<>();
        Map<String, Object[]> last = new HashMap<>();
        for (Object[] row : rows) {
            String model = (String) row[2];
            String policy = policies.of((String) row[1], model).screen();
            last.put(model, row);
            List<TriggerReport> triggers = Json.read((String) row[5], new TypeReference<List<TriggerReport>>() {});
            for (TriggerReport trigger : triggers) {
                if (policy.equals(Policy.OFF)) {
                    continue;
                }
                patterns.computeIfAbsent(model, key -> new ArrayList<>())
                        .add(TriggerPattern.of(
                                trigger.kind(), trigger.abstraction(), trigger.tokens(), trigger.exemplars()));
                rules.computeIfAbsent(model, key -> new ArrayList<>())
                        .add(new Rule(
                                new Hit((String) row[0], trigger.id(), Boolean.TRUE.equals(trigger.confirmed())),
                                policy));
            }
        }
        Map<String, Model> models = new HashMap<>();
        patterns.forEach((model, all) -> {
            Object[] row = last.getOrDefault(model, new Object[0]);
            models.put(
                    model,
                    new Model(
                            new CompiledTriggers(all),
                            List.copyOf(rules.getOrDefault(model, List.of())),
                            (String) row[3],
                            List.of(((String) row[4]).split("\n"))));
        });
        return models;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
