package io.kenshin.ingest.dataset;

import io.kenshin.contracts.rest.DatasetManifest;
import io.kenshin.contracts.rest.DatasetView;
import io.kenshin.contracts.sample.LanguageName;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Name;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data sets that there are. */
@ApplicationScoped
public class Datasets {
    private static final Sql DECLARE =
            Sql.of("insert into dataset (name, labels, language) values (:name, :labels, :language) on conflict (name)"
                    + " do update set labels = coalesce(dataset.labels, excluded.labels),"
                    + " language = coalesce(dataset.language, excluded.language)");

    private static final Sql SOURCES =
            Sql.of("select coalesce(source, '') as word, count(*) as samples from sample where dataset = :name"
                    + " and split = 'train' and state = 'accepted' group by 1 order by 1");

    private final Database database;
    private final Manifests manifests;

    Datasets(Database database, Manifests manifests) {
        this.database = database;
        this.manifests = manifests;
    }

    /**
     * Declares a data set; once declared, its labels and its language stay.
     *
     * @param labels that its samples may have; empty for any, null where nothing is said of them
     * @param language of samples that name none; null when they have none
     */
    public void declare(String name, @Nullable List<String> labels, @Nullable String language) {
        Name.check(name);
        if (language != null && !LanguageName.isOne(language)) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, LanguageName.fault(language));
        }
        Dataset known = find(name);
        if (labels != null
                && known != null
                && known.labels != null
                && !split(known.labels).equals(labels)) {
            throw new KenshinException(
                    ErrorCode.CONFLICT, "the data set " + name + " exists with the labels " + known.labels);
        }
        if (known != null && known.language != null && language != null && !known.language.equals(language)) {
            throw new KenshinException(
                    ErrorCode.CONFLICT, "the data set " + name + " exists with the language " + known.language);
        }
        database.transaction(session -> DECLARE.with("name", name)
                .with("labels", labels == null || labels.isEmpty() ? null : String.join(",", labels))
                .with("language", language)
                .execute(session));
    }

    /** Makes sure that a data set exists and returns its declared labels, empty for any. */
    public List<String> open(String name) {
        Name.check(name);
        Dataset known = find(name);
        if (known == null) {
            declare(name, null, null);
            return List.of();
        }
        return split(known.labels);
    }

    public void require(String name) {
        known(name);
    }

    private Dataset known(String name) {
        return Optional.ofNullable(find(name))
                .orElseThrow(() ->
                        new KenshinException(ErrorCode.NOT_FOUND, "no data set called " + name + ": import one first"));
    }

    public List<DatasetView> list() {
        List<Dataset> all = database.transaction(session ->
                session.createQuery("from dataset order by name", Dataset.class).getResultList());
        return all.stream().map(this::view).toList();
    }

    public DatasetView one(String name) {
        return view(known(name));
    }

    private DatasetView view(Dataset dataset) {
        Map<String, Long> states = counts(dataset.name, "state");
        long samples = states.values().stream().mapToLong(Long::longValue).sum();
        return new DatasetView(
                dataset.name, split(dataset.labels), dataset.language, samples, states, counts(dataset.name, "label"));
    }

    public DatasetManifest manifest(String name) {
        require(name);
        Map<String, Long> sources = counts(SOURCES.with("name", name));
        return manifests.of(name, sources);
    }

    private Map<String, Long> counts(String name, String column) {
        return counts(Sql.of("select " + column
                        + " as word, count(*) as samples from sample where dataset = :name group by 1 order by 1")
                .with("name", name));
    }

    private Map<String, Long> counts(Sql words) {
        Map<String, Long> counts = new LinkedHashMap<>();
        database.transaction(session -> words.list(session, row -> Map.entry(row.text("word"), row.count("samples"))))
                .forEach(word -> counts.put(word.getKey(), word.getValue()));
        return counts;
    }

    private @Nullable Dataset find(String name) {
        return database.transaction(session -> session.find(Dataset.class, name));
    }

    private static List<String> split(@Nullable String labels) {
        return labels == null ? List.of() : Arrays.asList(labels.split(","));
    }
}
