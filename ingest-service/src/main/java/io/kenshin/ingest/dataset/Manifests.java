package io.kenshin.ingest.dataset;

import io.kenshin.contracts.Sha256;
import io.kenshin.contracts.rest.DatasetManifest;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The account of which samples a data set trains on: their number and one digest over all their identities. */
@ApplicationScoped
class Manifests {
    private static final int AT_A_TIME = 10_000;

    /** All statements of the transaction see the same samples. */
    private static final Sql ONE_MOMENT = Sql.of("set transaction isolation level repeatable read");

    private static final Sql NEXT = Sql.of("select id from sample where dataset = :name and split = 'train'"
            + " and state = 'accepted' and id > :after order by id limit :most");

    private static final Sql QUARANTINED =
            Sql.of("select count(*) as samples from sample where dataset = :name and split = 'train'"
                    + " and state = 'quarantined'");

    private final Database database;

    Manifests(Database database) {
        this.database = database;
    }

    DatasetManifest of(String name, Map<String, Long> sources) {
        return database.atLength(session -> ONE_MOMENT
                .execute(session)
                .chain(() -> digest(session, name))
                .chain(trained -> QUARANTINED
                        .with("name", name)
                        .one(
                                session,
                                row -> new DatasetManifest(
                                        name, trained.end(), trained.samples, row.count("samples"), sources))));
    }

    /** Read in pieces: all identities in one text are more than a field holds from 16 million samples on. */
    private static Uni<Trained> digest(Mutiny.Session session, String name) {
        Trained trained = new Trained();
        return Multi.createBy()
                .repeating()
                .uni(() -> NEXT.with("name", name)
                        .with("after", trained.last)
                        .with("most", AT_A_TIME)
                        .list(session, row -> row.text("id"))
                        .invoke(trained::add))
                .whilst(ids -> ids.size() == AT_A_TIME)
                .collect()
                .last()
                .replaceWith(trained);
    }

    /** What was read so far. */
    private static final class Trained {
        private final MessageDigest digest = Sha256.start();
        private String last = "";
        private long samples;

        void add(List<String> ids) {
            for (String id : ids) {
                digest.update(id.getBytes(StandardCharsets.UTF_8));
                last = id;
            }
            samples += ids.size();
        }

        String end() {
            return Sha256.end(digest);
        }
    }
}
