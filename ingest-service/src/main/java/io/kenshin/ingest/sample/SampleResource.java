package io.kenshin.ingest.sample;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kenshin.contracts.Sha256;
import io.kenshin.contracts.rest.IntakeResult;
import io.kenshin.contracts.rest.SampleView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.foundation.access.Roles;
import io.kenshin.ingest.channel.SampleTopic;
import io.kenshin.ingest.dataset.Datasets;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Row;
import io.kenshin.outbox.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Samples of a data set: import, list, export. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/datasets/{dataset}")
@Blocking
public class SampleResource {
    private static final int PAGE = 500;

    private static final String COLUMNS = "select s.id, s.external_id, s.label, s.source, s.split, s.state, s.reason,"
            + " coalesce(s.language, d.language) as language";

    private static final String SAMPLES =
            " from sample s left join dataset d on d.name = s.dataset where s.dataset = :dataset";

    private static final Sql LIST = Sql.of(COLUMNS + SAMPLES
            + " and (cast(:state as text) is null or s.state = :state) order by s.seq limit :most offset :skip");
    private static final Sql ONE = Sql.of(COLUMNS + ", s.code" + SAMPLES + " and s.id = :id");
    private static final Sql EXPORT = Sql.of(COLUMNS + ", s.code" + SAMPLES
            + " and s.split = :split and s.state = 'accepted' and s.id > :after order by s.id limit :most");

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

    @GET
    @Path("samples")
    public List<SampleView> list(
            @PathParam("dataset") String dataset,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        datasets.require(dataset);
        Page page = new Page(limit, offset);
        return database.transaction(session -> LIST.with("dataset", dataset)
                .with("state", state)
                .with("most", page.limit())
                .with("skip", page.offset())
                .list(session, SampleResource::view));
    }

    private static SampleView view(Row row) {
        return new SampleView(
                row.text("id"),
                row.optionalText("external_id").orElse(null),
                row.text("label"),
                row.optionalText("source").orElse(null),
                row.text("split"),
                row.optionalText("language").orElse(null),
                row.text("state"),
                row.optionalText("reason").orElse(null));
    }

    /** One sample, with its code. */
    public record Whole(@JsonUnwrapped SampleView sample, String code) {}

    @GET
    @Path("samples/{id}")
    public Whole one(@PathParam("dataset") String dataset, @PathParam("id") String id) {
        return database.transaction(session -> ONE.with("dataset", dataset)
                        .with("id", id)
                        .first(session, row -> new Whole(view(row), row.text("code"))))
                .orElseThrow(() ->
                        new KenshinException(ErrorCode.NOT_FOUND, "the data set " + dataset + " has no sample " + id));
    }

    /** A line of an export. */
    @RegisterForReflection
    private record Exported(
            String id,
            @Nullable String externalId,
            String code,
            String label,
            @Nullable String source,
            @Nullable String language) {}

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
            List<Exported> page;
            for (String after = "";
                    !(page = page(dataset, split, after)).isEmpty();
                    after = page.get(page.size() - 1).id()) {
                for (Exported sample : page) {
                    out.write((Json.write(sample) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        };
    }

    private List<Exported> page(String dataset, String split, String after) {
        return database.transaction(session -> EXPORT.with("dataset", dataset)
                .with("split", split)
                .with("after", after)
                .with("most", PAGE)
                .list(
                        session,
                        row -> new Exported(
                                row.text("id"),
                                row.optionalText("external_id").orElse(null),
                                row.text("code"),
                                row.text("label"),
                                row.optionalText("source").orElse(null),
                                row.optionalText("language").orElse(null))));
    }
}
