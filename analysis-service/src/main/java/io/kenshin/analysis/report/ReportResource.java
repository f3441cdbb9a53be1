package io.kenshin.analysis.report;

import io.kenshin.analysis.replay.Scan;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How scans go and what they found. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/scans")
@Blocking
public class ReportResource {
    private final Reports reports;

    ReportResource(Reports reports) {
        this.reports = reports;
    }

    /** How far a scan is. */
    public record Progress(
            String scanId,
            String state,
            String stage,
            int done,
            int total,
            @Nullable String verdict) {}

    /** The latest first. */
    @GET
    public List<Progress> list(
            @QueryParam("limit") @DefaultValue("200") int limit, @QueryParam("offset") @DefaultValue("0") int offset) {
        return reports.list(new Page(limit, offset)).stream()
                .map(ReportResource::progress)
                .toList();
    }

    @GET
    @Path("{id}")
    public Progress progress(@PathParam("id") String id) {
        return progress(scan(id));
    }

    @GET
    @Path("{id}/report")
    public ScanReport report(@PathParam("id") String id) {
        Scan scan = scan(id);
        String report = scan.report;
        if (report == null && scan.state.equals(Scan.FINISHED)) {
            String why = Json.read(scan.plan, ScanFailure.class).reason();
            throw new KenshinException(ErrorCode.CONFLICT, "scan " + id + " could not be planned: " + why);
        }
        if (report == null) {
            throw new KenshinException(ErrorCode.CONFLICT, "scan " + id + " has no report yet: wait for its verdict");
        }
        return Json.read(report, ScanReport.class);
    }

    private Scan scan(String id) {
        Scan scan = reports.find(id);
        if (scan == null) {
            throw new KenshinException(ErrorCode.NOT_FOUND, "no scan " + id + " has reached the analysis");
        }
        return scan;
    }

    private static Progress progress(Scan scan) {
        return new Progress(scan.id, scan.state, scan.stage, scan.done, scan.total, scan.verdict);
    }
}
