package io.kenshin.ingest.model;

import io.kenshin.contracts.rest.ModelView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Models, their versions and aliases. */
@ApplicationScoped
public class Models {
    public static final String PRODUCTION = "production";

    private static final Sql ALIASES = Sql.of("select alias, version from model_alias where model = :model");
    private static final Sql POINT =
            Sql.of("insert into model_alias (model, alias, version, sequence) values (:model, :alias, :version, :place)"
                    + " on conflict (model, alias) do update set version = excluded.version, moved = now(),"
                    + " sequence = excluded.sequence where coalesce(model_alias.sequence, 0) <= excluded.sequence");

    private final Database database;

    Models(Database database) {
        this.database = database;
    }

    /**
     * The files of a version that are not as they were imported: changed, gone or new.
     *
     * @throws KenshinException when there is no such version, or nobody knows what was imported
     */
    public List<String> changed(String model, int version) {
        ModelView.Version found = find(model, version);
        Map<String, String> then = found.digests();
        if (then.isEmpty()) {
            throw new KenshinException(
                    ErrorCode.CONFLICT,
                    model + "@" + version + " was imported before digests were kept: import a model of that name once");
        }
        try {
            Map<String, String> now = ModelStore.digests(Path.of(found.directory()));
            Set<String> files = new TreeSet<>(then.keySet());
            files.addAll(now.keySet());
            return files.stream()
                    .filter(file -> !Objects.equals(then.get(file), now.get(file)))
                    .toList();
        } catch (IOException e) {
            throw new KenshinException(
                    ErrorCode.UNAVAILABLE, model + "@" + version + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @param place of the event that says so; where a later one was heard of, the alias stays where it is */
    static Uni<Integer> point(Mutiny.Session session, String model, String alias, int to, long place) {
        return POINT.with("model", model)
                .with("alias", alias)
                .with("version", to)
                .with("place", place)
                .execute(session);
    }

    static Uni<List<ModelVersion>> all(Mutiny.Session session, String model) {
        return session.createQuery("from model_version where model = :model order by version", ModelVersion.class)
                .setParameter("model", model)
                .getResultList();
    }

    public List<ModelView.Version> versions(String model) {
        return database.transaction(session -> all(session, model)).stream()
                .map(Models::view)
                .toList();
    }

    /** @param version null for the one that the alias production points to */
    public ModelView.Version find(String model, @Nullable Integer version) {
        List<ModelView.Version> versions = versions(model);
        if (versions.isEmpty()) {
            throw new KenshinException(ErrorCode.NOT_FOUND, "no model called " + model + ": import one first");
        }
        int wanted = version == null ? aliases(model).getOrDefault(PRODUCTION, 1) : version;
        return versions.stream()
                .filter(candidate -> candidate.version() == wanted)
                .findFirst()
                .orElseThrow(() -> new KenshinException(
                        ErrorCode.NOT_FOUND,
                        "model " + model + " has no version " + wanted + "; it has 1 to " + versions.size()));
    }

    public Map<String, Integer> aliases(String model) {
        Map<String, Integer> aliases = new TreeMap<>();
        database.transaction(session -> ALIASES.with("model", model)
                        .list(session, row -> Map.entry(row.text("alias"), row.integer("version"))))
                .forEach(alias -> aliases.put(alias.getKey(), alias.getValue()));
        return aliases;
    }

    public List<ModelView> list() {
        List<String> names = database.transaction(
                session -> session.createQuery("select distinct model from model_version order by model", String.class)
                        .getResultList());
        return names.stream()
                .map(name -> new ModelView(name, versions(name), aliases(name)))
                .toList();
    }

    static ModelView.Version view(ModelVersion version) {
        return new ModelView.Version(
                version.model,
                version.version,
                version.directory,
                version.base,
                version.labels(),
                version.architecture,
                version.layers,
                version.digests());
    }
}
