package io.kenshin.analysis.verdict;

import io.kenshin.analysis.replay.Scan;
import io.kenshin.analysis.replay.ScanRunner;
import io.kenshin.analysis.report.Reports;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.scan.Conclusion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** The way of a complete scan to its verdict, whatever happens on it: every scan ends in a report. */
@ApplicationScoped
public class ScanAnalysis implements ScanRunner {
    private static final Logger LOG = Logger.getLogger(ScanAnalysis.class);

    private final Database database;
    private final Reports reports;
    private final WholeDataset whole;
    private final NewSamples newSamples;

    ScanAnalysis(Database database, Reports reports, WholeDataset whole, NewSamples newSamples) {
        this.database = database;
        this.reports = reports;
        this.whole = whole;
        this.newSamples = newSamples;
    }

    @Override
    public void run(String scanId, Lease lease) {
        Scan scan = database.persistently(session -> session.find(Scan.class, scanId));
        if (scan == null || scan.state.equals(Scan.FINISHED)) {
            return;
        }
        MDC.put("scan", scanId);
        try {
            LOG.infof("scan %s is analysed here", scanId);
            analyse(scan, lease);
        } finally {
            MDC.remove("scan");
        }
    }

    private void analyse(Scan scan, Lease lease) {
        ScanPlan plan = Json.read(scan.plan, ScanPlan.class);
        Stages stages = new Stages(Objects.requireNonNullElse(scan.ordered, Instant.now()));
        try {
            ScanReport report = plan.newOnly() ? newSamples.analyse(plan, stages) : whole.analyse(plan, stages, lease);
            reports.finish(plan, report, lease);
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (KenshinException.isAway(e)) {
                // Nothing is wrong with the scan: it goes on when the database is back.
                throw e;
            }
            if (Thread.currentThread().isInterrupted()) {
                LOG.infof("scan %s stopped with the service; it goes on after the restart", scan.id);
                return;
            }
            LOG.errorf(e, "scan %s failed", scan.id);
            reports.finish(plan, stages.report(plan, Conclusion.failed(plan, String.valueOf(e.getMessage()))), lease);
        }
    }
}
