package io.kenshin.ingest.sample;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kenshin.contracts.Sha256;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.foundation.access.Roles;
import io.kenshin.ingest.channel.SampleTopic;
import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.outbox.Database;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Samples of a data set: import, list, export. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/datasets/{dataset}")
@Blocking
public class SampleResource {
    private static final int PAGE = 500;

    private final SampleTopic topic;
    private final Datasets datasets;
    private final Database database;

    SampleResource(SampleTopic topic, Datasets datasets, Database database) {
        this.topic = topic;
        this.datasets = datasets;
        this.database = database;
    }

    /** Imports newline-delimited JSON as it streams in. */
    @POST
    @Path("samples")
    @Consumes("application/x-ndjson")
    @RolesAllowed(Roles.INGESTER)
    public IntakeResult upload(@PathParam("dataset") String dataset, @BeanParam Columns columns, InputStream body)
            throws IOException {
        Intake intake = new Intake(dataset, datasets.open(dataset), topic);
        JsonLines.read(body, columns, intake);
        return intake.finish();
    }

    /**
     * Imports a file: jsonl, csv or parquet.
     *
     * @param sha256 what the file's SHA-256 must be, in hexadecimal digits; nothing is taken from another file
     */
    @POST
    @Path("files")
    @Consumes("application/octet-stream")
    @RolesAllowed(Roles.INGESTER)
    public IntakeResult file(
            @PathParam("dataset") String dataset,
            @QueryParam("format") @DefaultValue("jsonl") String format,
            @Nullable @QueryParam("sha256") String sha256,
            @BeanParam Columns columns,
            InputStream body)
            throws IOException {
        java.nio.file.Path file = Files.createTempFile("kenshin-import", ".bin");
        try {
            String digest = store(body, file);
            if (Files.size(file) == 0) {
                throw new KenshinException(ErrorCode.INVALID_INPUT, "the file is empty");
            }
            if (sha256 != null && !sha256.equalsIgnoreCase(digest)) {
                throw new KenshinException(
                        ErrorCode.INVALID_INPUT,
                        "the file's SHA-256 is " + digest + ", not " + sha256
                                + ": it is not what its manifest describes, and nothing was taken from it");
            }
            Intake intake = new Intake(dataset, datasets.open(dataset), topic);
            switch (format.toLowerCase(Locale.ROOT)) {
                case "jsonl", "ndjson", "json" -> {
                    try (InputStream in = Files.newInputStream(file)) {
                        JsonLines.read(in, columns, intake);
                    }
                }
                case "csv" -> TableFiles.readCsv(file, columns, intake);
                case "parquet" -> TableFiles.readParquet(file, columns, intake);
                default ->
                    throw new KenshinException(
                            ErrorCode.INVALID_INPUT, "unknown format '" + format + "': use jsonl, csv or parquet");
            }
            return intake.finish();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Writes a stream to a file and returns its SHA-256. */
    private static String store(InputStream body, java.nio.file.Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        Files.copy(new DigestInputStream(body, digest), file, StandardCopyOption.REPLACE_EXISTING);
        return Sha256.end(digest);
    }

    /** One sample in a list; the code stays out. */
    public record Listed(
            String id,
            @Nullable String externalId,
            String label,
            @Nullable String source,
            String split,
            String state,
            @Nullable String reason) {}

    @GET
    @Path("samples")
    public List<Listed> list(
            @PathParam("dataset") String dataset,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        datasets.require(dataset);
        Page page = new Page(limit, offset);
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        "select id, external_id, label, source, split, state, reason from sample where dataset = :dataset"
                                + " and (cast(:state as text) is null or state = :state) order by seq limit :most offset :skip",
                        Object[].class)
                .setParameter("dataset", dataset)
                .setParameter("state", state)
                .setParameter("most", page.limit())
                .setParameter("skip", page.offset())
                .getResultList());
        return rows.stream().map(SampleResource::listed).toList();
    }

    private static Listed listed(Object[] row) {
        return new Listed(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6]);
    }

    /** One sample, with its code. */
    public record Whole(@JsonUnwrapped Listed sample, String code) {}

    @GET
    @Path("samples/{id}")
    public Whole one(@PathParam("dataset") String dataset, @PathParam("id") String id) {
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        "select id, external_id, label, source, split, state, reason, code from sample"
                                + " where dataset = :dataset and id = :id",
                        Object[].class)
                .setParameter("dataset", dataset)
                .setParameter("id", id)
                .getResultList());
        if (rows.isEmpty()) {
            throw new KenshinException(ErrorCode.NOT_FOUND, "the data set " + dataset + " has no sample " + id);
        }
        return new Whole(listed(rows.get(0)), (String) rows.get(0)[7]);
    }

    /** Streams the clean samples of a split as newline-delimited JSON: what may be trained on. */
    @GET
    @Path("export")
    @Produces("application/x-ndjson")
    @RolesAllowed({Roles.VIEWER, Roles.JOB})
    public StreamingOutput export(
            @PathParam("dataset") String dataset, @QueryParam("split") @DefaultValue("train") String split) {
        datasets.require(dataset);
        if (!SampleCheck.isSplit(split)) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, SampleCheck.unknownSplit(split));
        }
        return out -> {
            // By id, so that a training sees the same order however the samples arrived.
            String after = "";
            while (true) {
                List<Object[]> rows = page(dataset, split, after);
                if (rows.isEmpty()) {
                    return;
                }
                for (Object[] row : rows) {
                    after = (String) row[0];
                    Map<String, @Nullable Object> line = new LinkedHashMap<>();
                    line.put("id", row[0]);
                    line.put("externalId", row[1]);
                    line.put("code", row[2]);
                    line.put("label", row[3]);
                    line.put("source", row[4]);
                    out.write((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        };
    }

    private List<Object[]> page(String dataset, String split, String after) {
        return database.transaction(session -> session.createNativeQuery(
                        "select id, external_id, code, label, source from sample where dataset = :dataset"
                                + " and split = :split and state = 'accepted' and id > :after order by id limit :most",
                        Object[].class)
                .setParameter("dataset", dataset)
                .setParameter("split", split)
                .setParameter("after", after)
                .setParameter("most", PAGE)
                .getResultList());
    }
}
