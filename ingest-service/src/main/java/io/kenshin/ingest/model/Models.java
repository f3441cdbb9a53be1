package io.kenshin.ingest.model;

import io.kenshin.contracts.rest.ModelView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Name;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final ModelStore store;

    Models(Database database, ModelStore store) {
        this.database = database;
        this.store = store;
    }

    /**
     * Imports a directory as the next version; importing the same directory again returns the same version.
     *
     * @param base the model that it was fine-tuned from, if known
     */
    public synchronized ModelView.Version add(String model, Path directory, @Nullable Path base, String origin) {
        Name.check(model);
        List<ModelView.Version> versions = versions(model);
        ModelView.Version known = byOrigin(model, origin);
        if (known != null) {
            return known;
        }
        ModelStore.Checked checked = store.check(directory);
        if (base != null) {
            store.check(base);
        }
        int number =
                versions.stream().mapToInt(ModelView.Version::version).max().orElse(0) + 1;
        Path kept = store.keep(model, number, directory, base);
        ModelVersion version = new ModelVersion();
        version.model = model;
        version.version = number;
        version.directory = kept.toString();
        version.base = base == null ? null : kept.resolve("base").toString();
        version.joinedLabels = String.join("\n", checked.labels());
        version.architecture = checked.architecture();
        version.layers = checked.layers();
        version.origin = origin;
        database.transaction(session -> session.persist(version)
                .chain(session::flush)
                .chain(() -> number == 1
                        ? point(session, model, PRODUCTION, 1, 0)
                        : Uni.createFrom().item(0)));
        return view(version);
    }

    /** @param place of the event that says so; where a later one was heard of, the alias stays where it is */
    static Uni<Integer> point(Mutiny.Session session, String model, String alias, int to, long place) {
        return POINT.with("model", model)
                .with("alias", alias)
                .with("version", to)
                .with("place", place)
                .execute(session);
    }

    private ModelView.@Nullable Version byOrigin(String model, String origin) {
        List<ModelVersion> found = database.transaction(session -> session.createQuery(
                        "from model_version where model = :model and origin = :origin", ModelVersion.class)
                .setParameter("model", model)
                .setParameter("origin", origin)
                .getResultList());
        return found.isEmpty() ? null : view(found.get(0));
    }

    public List<ModelView.Version> versions(String model) {
        return database
                .transaction(session -> session.createQuery(
                                "from model_version where model = :model order by version", ModelVersion.class)
                        .setParameter("model", model)
                        .getResultList())
                .stream()
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

    private static ModelView.Version view(ModelVersion version) {
        return new ModelView.Version(
                version.model,
                version.version,
                version.directory,
                version.base,
                version.labels(),
                version.architecture,
                version.layers);
    }
}
