package io.kenshin.ingest.model;

import io.kenshin.contracts.rest.ModelView;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.Name;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The import of models as versions, by any number of replicas at once. */
@ApplicationScoped
public class ModelImport {
    private static final Sql LOCK =
            Sql.of("select cast(pg_advisory_xact_lock(hashtextextended(:model, 0)) as text) as locked");
    private static final Sql DIGESTS = Sql.of("update model_version set digests = :digests"
            + " where model = :model and version = :version and digests is null");
    private static final Logger LOG = Logger.getLogger(ModelImport.class);

    private final Database database;
    private final ModelStore store;

    ModelImport(Database database, ModelStore store) {
        this.database = database;
        this.store = store;
    }

    /**
     * What came of an import.
     *
     * @param known whether it was a version already
     */
    public record Imported(ModelView.Version version, boolean known) {}

    /**
     * Imports a directory as the next version. The same files again are the version that they were.
     *
     * @param base the model that it was fine-tuned from, if known
     * @param origin where it comes from
     * @param own whether files of another origin are another version even if they are the same
     */
    public Imported add(String model, Path directory, @Nullable Path base, String origin, boolean own) {
        Name.check(model);
        // Before anything is copied.
        store.check(directory);
        if (base != null) {
            store.check(base);
        }
        completeDigests(model);
        ModelStore.Kept kept = store.keep(model, directory, base);
        try {
            // Whoever comes first gets the number; nobody has the directory of another.
            Imported imported = database.transaction(session -> LOCK.with("model", model)
                    .first(session, row -> row.optionalText("locked"))
                    .chain(() -> Models.all(session, model))
                    .chain(versions -> versions.stream()
                            .filter(version ->
                                    version.digests().equals(kept.digests()) && (!own || version.origin.equals(origin)))
                            .findFirst()
                            .map(version -> Uni.createFrom().item(new Imported(Models.view(version), true)))
                            .orElseGet(() -> next(session, version(model, versions, kept, origin)))));
            if (imported.known()) {
                store.drop(kept.directory());
            }
            return imported;
        } catch (RuntimeException e) {
            // Of a connection that was lost nobody knows whether the row is there: then the files stay.
            if (!Database.passing(e)) {
                store.drop(kept.directory());
            }
            throw e;
        }
    }

    private static ModelVersion version(String model, List<ModelVersion> before, ModelStore.Kept kept, String origin) {
        ModelVersion version = new ModelVersion();
        version.model = model;
        version.version = before.stream().mapToInt(other -> other.version).max().orElse(0) + 1;
        version.directory = kept.directory().toString();
        version.base = kept.base() == null ? null : kept.base().toString();
        version.joinedLabels = String.join("\n", kept.checked().labels());
        version.architecture = kept.checked().architecture();
        version.layers = kept.checked().layers();
        version.origin = origin;
        version.digests = Json.write(kept.digests());
        return version;
    }

    private static Uni<Imported> next(Mutiny.Session session, ModelVersion version) {
        return session.persist(version)
                .chain(session::flush)
                .chain(() -> version.version == 1
                        ? Models.point(session, version.model, Models.PRODUCTION, 1, 0)
                        : Uni.createFrom().item(0))
                .replaceWith(() -> new Imported(Models.view(version), false));
    }

    /** Versions from before digests were kept get those of their files now. */
    private void completeDigests(String model) {
        for (ModelVersion version : database.transaction(session -> Models.all(session, model))) {
            if (version.digests == null) {
                try {
                    String digests = Json.write(ModelStore.digests(Path.of(version.directory)));
                    database.transaction(session -> DIGESTS.with("model", model)
                            .with("version", version.version)
                            .with("digests", digests)
                            .execute(session));
                } catch (IOException e) {
                    LOG.warnf("%s@%d has no digests: %s", model, version.version, e.getMessage());
                }
            }
        }
    }
}
