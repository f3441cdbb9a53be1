package io.kenshin.ingest.dataset;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Name;
import io.kenshin.outbox.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data sets that there are. */
@ApplicationScoped
public class Datasets {

    private final Database database;

    Datasets(Database database) {
        this.database = database;
    }

    /** A data set with how many samples of each state it has. */
    public record Overview(
            String name, List<String> labels, long samples, Map<String, Long> states, Map<String, Long> byLabel) {}

    /** Declares a data set; once declared, its labels stay. */
    public void declare(String name, List<String> labels) {
        Name.check(name);
        Dataset known = find(name);
        if (known != null && known.labels != null && !split(known.labels).equals(labels)) {
            throw new KenshinException(
                    ErrorCode.CONFLICT, "the data set " + name + " exists with the labels " + known.labels);
        }
        String joined = labels.isEmpty() ? null : String.join(",", labels);
        database.transaction(session -> session.createNativeQuery(
                        "insert into dataset (name, labels) values (:name, :labels) on conflict (name) do update"
                                + " set labels = coalesce(dataset.labels, excluded.labels)")
                .setParameter("name", name)
                .setParameter("labels", joined)
                .executeUpdate());
    }

    /** Makes sure that a data set exists and returns its declared labels, empty for any. */
    public List<String> open(String name) {
        Name.check(name);
        Dataset known = find(name);
        if (known == null) {
            declare(name, List.of());
            return List.of();
        }
        return split(known.labels);
    }

    public void require(String name) {
        if (find(name) == null) {
            throw new KenshinException(ErrorCode.NOT_FOUND, "no data set called " + name + ": import one first");
        }
    }

    public List<Overview> list() {
        List<Dataset> all = database.transaction(session ->
                session.createQuery("from dataset order by name", Dataset.class).getResultList());
        return all.stream().map(dataset -> overview(dataset.name)).toList();
    }

    public Overview overview(String name) {
        require(name);
        Dataset dataset = find(name);
        Map<String, Long> states = counts(name, "state");
        long samples = states.values().stream().mapToLong(Long::longValue).sum();
        return new Overview(
                name, split(dataset == null ? null : dataset.labels), samples, states, counts(name, "label"));
    }

    /**
     * A data set's training split.
     *
     * @param digest SHA-256 over the ids of its samples, ascending, in hexadecimal digits; an id is itself a digest of
     *     data set, code and label
     * @param quarantined samples that are held back
     * @param sources number of samples of each source; those that name none are under the empty name
     */
    public record Manifest(String dataset, String digest, long samples, long quarantined, Map<String, Long> sources) {}

    public Manifest manifest(String name) {
        require(name);
        Object[] row = database.transaction(session -> session.createNativeQuery(
                        "select encode(sha256(convert_to(coalesce(string_agg(id, '' order by id)"
                                + " filter (where state = 'accepted'), ''), 'UTF8')), 'hex'),"
                                + " count(*) filter (where state = 'accepted'),"
                                + " count(*) filter (where state = 'quarantined')"
                                + " from sample where dataset = :name and split = 'train'",
                        Object[].class)
                .setParameter("name", name)
                .getSingleResult());
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        "select coalesce(source, ''), count(*) from sample where dataset = :name and split = 'train'"
                                + " and state = 'accepted' group by 1 order by 1",
                        Object[].class)
                .setParameter("name", name)
                .getResultList());
        Map<String, Long> sources = new LinkedHashMap<>();
        rows.forEach(source -> sources.put((String) source[0], ((Number) source[1]).longValue()));
        return new Manifest(
                name, (String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue(), sources);
    }

    private Map<String, Long> counts(String name, String column) {
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        "select " + column + ", count(*) from sample where dataset = :name group by 1 order by 1",
                        Object[].class)
                .setParameter("name", name)
                .getResultList());
        Map<String, Long> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
        return counts;
    }

    private @Nullable Dataset find(String name) {
        List<Dataset> found = database.transaction(session -> {
            Uni<List<Dataset>> query = session.createQuery("from dataset where name = :name", Dataset.class)
                    .setParameter("name", name)
                    .getResultList();
            return query;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<String> split(@Nullable String labels) {
        return labels == null ? List.of() : Arrays.asList(labels.split(","));
    }
}
