package io.kenshin.fleet.client;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.contracts.rest.ScanProgress;
import io.kenshin.contracts.rest.ScanView;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.fleet.terminal.Terminal;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The waits for scans and heals, which show how far they are. */
public final class Progress {
    private static final long PAUSE_MILLIS = 300;

    private final Api api;
    private final Scans scans;
    private final Cases cases;
    private final Terminal terminal;
    private final Runnable check;

    /** @param check is called now and then; it throws when waiting has become pointless */
    public Progress(Api api, Terminal terminal, Runnable check) {
        this.api = api;
        this.terminal = terminal;
        this.check = check;
        scans = new Scans(api);
        cases = new Cases(api);
    }

    /** Waits for a scan's verdict and returns its report. */
    public ScanReport scan(String scanId) {
        Patience patience = new Patience(api, "scan " + scanId);
        while (true) {
            ScanView order = scans.one(scanId);
            ScanProgress progress = scans.progress(scanId);
            boolean finished = progress != null && progress.state() == ScanProgress.State.FINISHED;
            if (order.state() == ScanState.FAILED && (!finished || noReport(scanId))) {
                throw new ApiException(0, "scan " + scanId + " failed: " + order.detail());
            }
            if (finished) {
                return scans.report(scanId);
            }
            if (progress == null) {
                terminal.status("scan " + scanId + ": " + (order.detail() == null ? "planning" : order.detail()));
                terminal.spin();
            } else {
                String note = progress.done() + "/" + progress.total();
                terminal.progress("scan: " + progress.stage(), progress.done(), progress.total(), note);
            }
            patience.see(order + " " + progress);
            pause();
        }
    }

    private boolean noReport(String scanId) {
        try {
            scans.report(scanId);
            return false;
        } catch (ApiException e) {
            return true;
        }
    }

    /** Waits until a case that is being healed has an outcome. */
    public CaseView heal(String caseId) {
        while (true) {
            CaseView found = cases.one(caseId);
            if (Boolean.TRUE.equals(found.ended())) {
                return found;
            }
            if (found.state() == CaseState.VERIFYING) {
                verifying(found.rescanId());
            } else if (found.job() != null) {
                training(found.job());
            } else {
                terminal.status("heal: starting the job");
                terminal.spin();
            }
            pause();
        }
    }

    private void training(TrainingProgress job) {
        boolean frozen = job.epoch() == 0;
        terminal.progress(
                frozen ? "heal: frozen layers" : "heal: epoch " + job.epoch() + "/" + job.epochs(),
                job.done(),
                Math.max(1, job.total()),
                frozen ? "" : String.format(Locale.ROOT, "accuracy %.3f", job.accuracy()));
    }

    private void verifying(@Nullable String rescanId) {
        ScanProgress progress = rescanId == null ? null : scans.progress(rescanId);
        if (progress == null) {
            terminal.status("heal: verifying");
            terminal.spin();
        } else {
            terminal.progress("verify: rescan, " + progress.stage(), progress.done(), progress.total(), "");
        }
    }

    /** Waits until a scan's findings have become a case, and returns it. */
    public CaseView caseOf(String scanId, long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < deadline) {
            for (CaseView found : cases.list()) {
                if (found.scanId().equals(scanId)) {
                    return found;
                }
            }
            terminal.status("waiting for the case of scan " + scanId);
            pause();
        }
        throw new ApiException(0, "no case was opened for scan " + scanId + " within " + seconds + " s");
    }

    private void pause() {
        check.run();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
}
