package io.kenshin.ingest.source;

import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.outbox.Database;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sources of a data set, with what was quarantined of each. */
@Path("/api/v1/datasets/{dataset}/sources")
@Blocking
public class SourceResource {
    private final Datasets datasets;
    private final Database database;

    SourceResource(Datasets datasets, Database database) {
        this.datasets = datasets;
        this.database = database;
    }

    /** A source; null for samples that name none. */
    public record Source(@Nullable String name, long samples, long quarantined) {}

    @GET
    public List<Source> list(@PathParam("dataset") String dataset) {
        datasets.require(dataset);
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        "select source, count(*), count(*) filter (where state = 'quarantined') from sample"
                                + " where dataset = :dataset group by source order by 2 desc, 1",
                        Object[].class)
                .setParameter("dataset", dataset)
                .getResultList());
        return rows.stream()
                .map(row -> new Source((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .toList();
    }
}
