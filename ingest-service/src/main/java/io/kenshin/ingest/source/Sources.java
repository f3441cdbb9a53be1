package io.kenshin.ingest.source;

import io.kenshin.detection.maths.Tests;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where samples come from. Each source is tested for holding more quarantined samples than chance gives it, at the data
 * set's own rate (binomial test); over all sources the false discovery rate is controlled (Benjamini and Hochberg, 1995).
 */
@ApplicationScoped
public class Sources {
    static final String TRUSTED = "trusted";

    /** What a sample's state becomes when it comes from a source of that trust. */
    private static final Map<String, String> STATES = Map.of("probation", "waiting", "blocked", "blocked");

    private static final double FALSE_DISCOVERIES = 0.05;
    private static final int LONGEST = 500;

    private final Datasets datasets;
    private final Database database;

    Sources(Datasets datasets, Database database) {
        this.datasets = datasets;
        this.database = database;
    }

    /**
     * A source.
     *
     * @param name null for samples that name none
     * @param waiting samples that wait for a healthy scan
     * @param blocked samples that came while it was blocked
     * @param pValue probability of so many quarantined samples or more by chance
     * @param beyondChance whether that is too improbable, all sources considered
     * @param trust trusted, probation or blocked
     */
    public record Source(
            @Nullable String name,
            long samples,
            long quarantined,
            long waiting,
            long blocked,
            double pValue,
            boolean beyondChance,
            String trust,
            @Nullable String reason) {}

    public List<Source> list(String dataset) {
        datasets.require(dataset);
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        "select s.source, count(s.id), count(s.id) filter (where s.state = 'quarantined'),"
                                + " count(s.id) filter (where s.state = 'waiting'),"
                                + " count(s.id) filter (where s.state = 'blocked'), max(t.state), max(t.reason)"
                                + " from (select id, source, state from sample where dataset = :dataset union all"
                                + " select null, source, null from source_trust where dataset = :dataset) s"
                                + " left join source_trust t on t.dataset = :dataset and t.source = s.source"
                                + " group by s.source order by 2 desc, 1",
                        Object[].class)
                .setParameter("dataset", dataset)
                .getResultList());
        long all = rows.stream().mapToLong(row -> number(row[1])).sum();
        long found = rows.stream().mapToLong(row -> number(row[2])).sum();
        double[] p = new double[rows.size()];
        for (int i = 0; i < p.length; i++) {
            long hits = number(rows.get(i)[2]);
            boolean some = hits > 0 && found < all;
            p[i] = some ? Tests.binomialTail((int) hits, (int) number(rows.get(i)[1]), (double) found / all) : 1;
        }
        boolean[] beyond = Tests.benjaminiHochberg(p, FALSE_DISCOVERIES);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Object[] row = rows.get(i);
            sources.add(new Source(
                    (String) row[0],
                    number(row[1]),
                    number(row[2]),
                    number(row[3]),
                    number(row[4]),
                    p[i],
                    beyond[i],
                    trust((String) row[5]),
                    (String) row[6]));
        }
        return sources;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static String trust(@Nullable String state) {
        return STATES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(state))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TRUSTED);
    }

    /**
     * Changes how samples of a source are taken from now on. Trusting it again also lets in those that were kept.
     *
     * @throws KenshinException when something is missing or unknown
     */
    void set(String dataset, @Nullable String name, SourceResource.@Nullable Change change, String actor) {
        datasets.require(dataset);
        String trust = change == null ? null : change.trust();
        String reason = change == null ? null : change.reason();
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give the source: ?name=…");
        }
        if (trust == null || (!trust.equals(TRUSTED) && !STATES.containsKey(trust))) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "trust is '" + trust + "': use trusted, probation or blocked");
        }
        if (!trust.equals(TRUSTED) && (reason == null || reason.isBlank() || reason.length() > LONGEST)) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a reason of at most " + LONGEST + " characters");
        }
        database.transaction(session -> trust.equals(TRUSTED)
                ? session.createNativeQuery("delete from source_trust where dataset = :dataset and source = :source")
                        .setParameter("dataset", dataset)
                        .setParameter("source", name)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "update sample set state = 'accepted', reason = null"
                                                + " where dataset = :dataset and source = :source and state in ('waiting', 'blocked')")
                                .setParameter("dataset", dataset)
                                .setParameter("source", name)
                                .executeUpdate())
                : session.createNativeQuery("insert into source_trust (dataset, source, state, reason, actor)"
                                + " values (:dataset, :source, :state, :reason, :actor) on conflict (dataset, source)"
                                + " do update set state = excluded.state, reason = excluded.reason,"
                                + " actor = excluded.actor, changed = now()")
                        .setParameter("dataset", dataset)
                        .setParameter("source", name)
                        .setParameter("state", STATES.get(trust))
                        .setParameter("reason", "source " + name + " is on " + trust + ": " + reason)
                        .setParameter("actor", actor)
                        .executeUpdate());
    }
}
