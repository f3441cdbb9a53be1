package io.kenshin.analysis.report;

import io.kenshin.analysis.replay.Scan;
import io.kenshin.analysis.trend.Comparison;
import io.kenshin.analysis.trend.Trends;
import io.kenshin.contracts.Limits;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.Page;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.kenshin.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Keeps reports, and tells the world: findings and the verdict leave in the same transaction as the report. */
@ApplicationScoped
public class Reports {
    private static final Logger LOG = Logger.getLogger(Reports.class);
    private static final String SOURCE = "/kenshin/analysis";

    private final Database database;
    private final Trends trends;

    Reports(Database database, Trends trends) {
        this.database = database;
        this.trends = trends;
    }

    /** Notes how far a scan is. A note that cannot be written now is not worth a scan. */
    public void progress(String scanId, String stage, int done, int total) {
        try {
            note(scanId, stage, done, total);
        } catch (RuntimeException e) {
            LOG.warnf("the progress of scan %s could not be noted: %s", scanId, e.getMessage());
        }
    }

    private void note(String scanId, String stage, int done, int total) {
        database.transaction(session -> session.createQuery(
                        "update scan set state = :state, stage = :stage, done = :done, total = :total"
                                + " where id = :id and state <> :finished")
                .setParameter("state", Scan.ANALYSING)
                .setParameter("stage", stage)
                .setParameter("done", done)
                .setParameter("total", total)
                .setParameter("id", scanId)
                .setParameter("finished", Scan.FINISHED)
                .executeUpdate());
    }

    /**
     * Ends a scan; one that is ended stays as it is.
     *
     * @throws LeaseLost when another replica has it by now
     */
    public void finish(ScanPlan plan, ScanReport report, Lease lease) {
        ScanSummary summary = new ScanSummary(
                plan.scanId(),
                plan.dataset(),
                plan.model(),
                plan.version(),
                plan.directory(),
                plan.labels(),
                report.verdict(),
                report.reason(),
                report.samples().total(),
                report.findings().size(),
                told(report.triggers()),
                Comparison.drift(report.shapes()),
                trends.change(plan, report));
        String text = Json.write(report);
        database.atLength(session -> {
            Uni<Integer> ended = session.createQuery(
                            "update scan set state = :state, verdict = :verdict, report = :report,"
                                    + " finished = :now, stage = 'done', done = total"
                                    + " where id = :id and state <> :state")
                    .setParameter("state", Scan.FINISHED)
                    .setParameter("verdict", report.verdict().name().toLowerCase(Locale.ROOT))
                    .setParameter("report", text)
                    .setParameter("now", Instant.now())
                    .setParameter("id", plan.scanId())
                    .executeUpdate();
            // The lease is asked for last: it is renewed meanwhile, however long this takes.
            return ended.chain(rows -> rows == 0 ? Uni.createFrom().item(0) : tell(session, plan, report, summary))
                    .call(() -> Leases.check(session, lease));
        });
        LOG.infof(
                "scan %s of %s with %s@%d: %s (%s)",
                plan.scanId(), plan.dataset(), plan.model(), plan.version(), report.verdict(), report.reason());
    }

    /** As many of the triggers, the strongest first, as one record takes; the report has all of them. */
    private static List<TriggerReport> told(List<TriggerReport> triggers) {
        int told = 0;
        long bytes = 0;
        while (told < triggers.size() && bytes <= Limits.RECORD_BYTES / 2) {
            bytes += Limits.bytes(Json.write(triggers.get(told)));
            told += bytes <= Limits.RECORD_BYTES / 2 ? 1 : 0;
        }
        return triggers.subList(0, told);
    }

    private static Uni<Integer> tell(Mutiny.Session session, ScanPlan plan, ScanReport report, ScanSummary summary) {
        String now = Instant.now().toString();
        CloudEvent<ScanSummary> completed =
                CloudEvent.of(plan.scanId() + "-completed", SOURCE, ScanSummary.TYPE, plan.scanId(), now, summary);
        return Outbox.addAll(
                        session,
                        Topics.FINDINGS,
                        report.findings(),
                        SampleFinding::sampleId,
                        finding -> Json.write(event(finding, now)))
                .chain(() -> Outbox.add(session, Topics.SCANS, plan.scanId(), Json.write(completed)));
    }

    private static CloudEvent<SampleFinding> event(SampleFinding finding, String now) {
        return CloudEvent.of(
                finding.scanId() + "-" + finding.sampleId(),
                SOURCE,
                SampleFinding.TYPE,
                finding.sampleId(),
                now,
                finding);
    }

    public List<Scan> list(Page page) {
        return database.transaction(session -> session.createQuery("from scan order by ordered desc, id", Scan.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList());
    }

    public @org.jspecify.annotations.Nullable Scan find(String scanId) {
        return database.transaction(session -> session.find(Scan.class, scanId));
    }
}
