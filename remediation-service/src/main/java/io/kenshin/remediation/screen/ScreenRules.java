package io.kenshin.remediation.screen;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.screen.ScreenReply.Hit;
import io.kenshin.detection.trigger.CompiledTriggers;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Row;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.settings.RemediationSettings;
import io.kenshin.scan.report.TriggerReports;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final Sql SELECT = Sql.of("select id, dataset, model, directory, labels, triggers,"
            + " (select coalesce(max(changed), 'epoch') from policy) as changed from remediation_case"
            + " where state not in ('PROMOTED', 'DISMISSED') order by opened, id");

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

    private record Snapshot(List<Source> sources, Map<String, Model> models, long read) {}

    /** What rules are compiled from: they are compiled again when a case or a policy has changed. */
    private record Source(Open open, Instant policiesChanged) {}

    /** A case that screening goes by. */
    private record Open(
            String id, String dataset, String model, String directory, List<String> labels, String triggers) {
        private static Open of(Row row) {
            return new Open(
                    row.text("id"),
                    row.text("dataset"),
                    row.text("model"),
                    row.text("directory"),
                    List.of(row.text("labels").split("\n")),
                    row.text("triggers"));
        }
    }

    /** One trigger of a case, and what the policy says about inputs that carry it. */
    record Rule(Hit hit, Policy.Screen policy) {}

    /** What is known of a model. */
    sealed interface Known permits Model, None, Unknown {}

    /** No open case of the model has a trigger. */
    record None() implements Known {}

    /** The database has been away for too long to say. */
    record Unknown() implements Known {}

    /**
     * The rules of one model.
     *
     * @param rules in the order of the compiled patterns
     * @param directory of the version that was scanned last
     * @param labels names in the order of the logits
     */
    record Model(CompiledTriggers compiled, List<Rule> rules, String directory, List<String> labels) implements Known {}

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::refresh, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The rules of a model, as far as they are known. */
    Known of(String model) {
        Snapshot now = snapshot;
        if (now == null || System.nanoTime() - now.read() > staleNanos) {
            return new Unknown();
        }
        Model known = now.models().get(model);
        return known == null ? new None() : known;
    }

    private void refresh() {
        try {
            List<Source> sources = database.transaction(
                    session -> SELECT.list(session, row -> new Source(Open.of(row), row.instant("changed"))));
            Snapshot before = snapshot;
            Map<String, Model> models = before != null && before.sources().equals(sources)
                    ? before.models()
                    : compile(sources.stream().map(Source::open).toList());
            snapshot = new Snapshot(sources, models, System.nanoTime());
        } catch (RuntimeException e) {
            LOG.warnf("screening goes on with the triggers that it knows: %s", e.getMessage());
        }
    }

    private Map<String, Model> compile(List<Open> cases) {
        Map<String, List<Trigger>> patterns = new HashMap<>();
        Map<String, List<Rule>> rules = new HashMap<>();
        Map<String, Open> last = new HashMap<>();
        for (Open open : cases) {
            String model = open.model();
            last.put(model, open);
            Policy.Screen policy = policies.of(open.dataset(), model).screen();
            if (policy == Policy.Screen.OFF) {
                continue;
            }
            for (TriggerReport trigger : Json.read(open.triggers(), new TypeReference<List<TriggerReport>>() {})) {
                Hit hit = new Hit(open.id(), trigger.id(), Boolean.TRUE.equals(trigger.confirmed()));
                patterns.computeIfAbsent(model, key -> new ArrayList<>()).add(TriggerReports.pattern(trigger));
                rules.computeIfAbsent(model, key -> new ArrayList<>()).add(new Rule(hit, policy));
            }
        }
        Map<String, Model> models = new HashMap<>();
        last.forEach((model, open) -> {
            List<Trigger> all = patterns.getOrDefault(model, List.of());
            if (!all.isEmpty()) {
                List<Rule> own = List.copyOf(rules.getOrDefault(model, List.of()));
                models.put(model, new Model(new CompiledTriggers(all), own, open.directory(), open.labels()));
            }
        });
        return models;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
