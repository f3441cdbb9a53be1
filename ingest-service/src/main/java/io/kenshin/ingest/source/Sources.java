package io.kenshin.ingest.source;

import io.kenshin.contracts.Word;
import io.kenshin.contracts.rest.SourceView;
import io.kenshin.contracts.sample.SourceTrust;
import io.kenshin.detection.maths.Significance;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The sources that samples come from. Each is tested for holding more quarantined samples than chance gives it, at the
 * data set's own rate (binomial test); over all sources the false discovery rate is controlled (Benjamini and Hochberg,
 * 1995).
 */
@ApplicationScoped
public class Sources {
    /** What a sample's state becomes when it comes from a source of that trust. */
    private static final Map<SourceTrust, String> STATES =
            Map.of(SourceTrust.PROBATION, "waiting", SourceTrust.BLOCKED, "blocked");

    private static final double FALSE_DISCOVERIES = 0.05;
    private static final int LONGEST = 500;

    private static final Sql COUNTS =
            Sql.of("select s.source, count(s.id) as samples, count(s.id) filter (where s.state = 'quarantined') as"
                    + " quarantined, count(s.id) filter (where s.state = 'waiting') as waiting,"
                    + " count(s.id) filter (where s.state = 'blocked') as blocked, max(t.state) as trust,"
                    + " max(t.reason) as reason"
                    + " from (select id, source, state from sample where dataset = :dataset union all"
                    + " select null, source, null from source_trust where dataset = :dataset) s"
                    + " left join source_trust t on t.dataset = :dataset and t.source = s.source"
                    + " group by s.source order by 2 desc, 1");

    private static final Sql FORGET = Sql.of("delete from source_trust where dataset = :dataset and source = :source");

    private static final Sql LET_IN = Sql.of("update sample set state = 'accepted', reason = null"
            + " where dataset = :dataset and source = :source and state in ('waiting', 'blocked')");

    private static final Sql DISTRUST = Sql.of("insert into source_trust (dataset, source, state, reason, actor)"
            + " values (:dataset, :source, :state, :reason, :actor) on conflict (dataset, source)"
            + " do update set state = excluded.state, reason = excluded.reason,"
            + " actor = excluded.actor, changed = now()");

    private final Datasets datasets;
    private final Database database;

    Sources(Datasets datasets, Database database) {
        this.datasets = datasets;
        this.database = database;
    }

    /** A source before chance is considered. */
    private record Counts(
            @Nullable String name,
            long samples,
            long quarantined,
            long waiting,
            long blocked,
            SourceTrust trust,
            @Nullable String reason) {}

    public List<SourceView> list(String dataset) {
        datasets.require(dataset);
        List<Counts> counts = database.transaction(session -> COUNTS.with("dataset", dataset)
                .list(
                        session,
                        row -> new Counts(
                                row.optionalText("source").orElse(null),
                                row.count("samples"),
                                row.count("quarantined"),
                                row.count("waiting"),
                                row.count("blocked"),
                                trust(row.optionalText("trust").orElse(null)),
                                row.optionalText("reason").orElse(null))));
        double[] p = byChance(counts);
        boolean[] beyond = Significance.benjaminiHochberg(p, FALSE_DISCOVERIES);
        List<SourceView> sources = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Counts source = counts.get(i);
            sources.add(new SourceView(
                    source.name(),
                    source.samples(),
                    source.quarantined(),
                    source.waiting(),
                    source.blocked(),
                    p[i],
                    beyond[i],
                    source.trust(),
                    source.reason()));
        }
        return sources;
    }

    private static double[] byChance(List<Counts> sources) {
        long all = sources.stream().mapToLong(Counts::samples).sum();
        long found = sources.stream().mapToLong(Counts::quarantined).sum();
        return sources.stream()
                .mapToDouble(source -> source.quarantined() > 0 && found < all
                        ? Significance.binomialTail(
                                (int) source.quarantined(), (int) source.samples(), (double) found / all)
                        : 1)
                .toArray();
    }

    private static SourceTrust trust(@Nullable String state) {
        return STATES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(state))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(SourceTrust.TRUSTED);
    }

    /**
     * Changes how samples of a source are taken from now on. Trusting it again also lets in those that were kept.
     *
     * @throws KenshinException when something is missing or unknown
     */
    void set(String dataset, @Nullable String name, @Nullable String word, @Nullable String reason, String actor) {
        datasets.require(dataset);
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give the source: ?name=…");
        }
        SourceTrust trust = Word.find(SourceTrust.class, String.valueOf(word))
                .orElseThrow(() -> new KenshinException(
                        ErrorCode.INVALID_INPUT, "trust is '" + word + "': use trusted, probation or blocked"));
        Map<String, String> source = Map.of("dataset", dataset, "source", name);
        if (trust == SourceTrust.TRUSTED) {
            database.once(session -> trustAgain(session, source));
            return;
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a reason of at most " + LONGEST + " characters");
        }
        database.transaction(session -> DISTRUST.with(source)
                .with("state", STATES.get(trust))
                .with("reason", "source " + name + " is on " + trust.text() + ": " + reason)
                .with("actor", actor)
                .execute(session));
    }

    private static Uni<Integer> trustAgain(Mutiny.Session session, Map<String, String> source) {
        return FORGET.with(source)
                .execute(session)
                .chain(() -> LET_IN.with(source).execute(session));
    }
}
