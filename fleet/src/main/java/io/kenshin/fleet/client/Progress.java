package io.kenshin.fleet.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.terminal.Terminal;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for long tasks, showing how far they are. */
public final class Progress {
    private static final long PAUSE_MILLIS = 300;
    private static final Set<String> ENDS = Set.of("promoted", "rejected", "heal-failed", "rolled-back", "dismissed");

    private final Api api;
    private final Terminal terminal;
    private final Runnable check;

    /** @param check is called now and then; it throws when waiting has become pointless */
    public Progress(Api api, Terminal terminal, Runnable check) {
        this.api = api;
        this.terminal = terminal;
        this.check = check;
    }

    /** Waits for a scan's verdict and returns its report. */
    public JsonNode scan(String scanId) {
        Patience patience = new Patience(api, "scan " + scanId);
        while (true) {
            JsonNode order = api.get(Service.INGEST, "/api/v1/scans/" + scanId);
            if (order.path("state").asText().equals("failed")) {
                JsonNode failed = tryProgress(scanId);
                if (failed == null || !failed.path("state").asText().equals("finished") || noReport(scanId)) {
                    throw new ApiException(
                            0,
                            "scan " + scanId + " failed: "
                                    + order.path("detail").asText());
                }
            }
            JsonNode progress = tryProgress(scanId);
            if (progress == null) {
                JsonNode waits = order.path("detail");
                terminal.status("scan " + scanId + ": " + (waits.isTextual() ? waits.asText() : "planning"));
                terminal.spin();
            } else if (progress.path("state").asText().equals("finished")) {
                return api.get(Service.ANALYSIS, "/api/v1/scans/" + scanId + "/report");
            } else {
                terminal.progress(
                        "scan: " + progress.path("stage").asText(),
                        progress.path("done").asLong(),
                        progress.path("total").asLong(),
                        progress.path("done").asLong() + "/"
                                + progress.path("total").asLong());
            }
            patience.see(order + " " + progress);
            pause();
        }
    }

    private boolean noReport(String scanId) {
        try {
            api.get(Service.ANALYSIS, "/api/v1/scans/" + scanId + "/report");
            return false;
        } catch (ApiException e) {
            return true;
        }
    }

    private @org.jspecify.annotations.Nullable JsonNode tryProgress(String scanId) {
        try {
            return api.get(Service.ANALYSIS, "/api/v1/scans/" + scanId);
        } catch (ApiException e) {
            if (e.status() == 404) {
                return null;
            }
            throw e;
        }
    }

    /** Waits until a case that is being healed has an outcome. */
    public JsonNode heal(String caseId) {
        while (true) {
            JsonNode found = api.get(Service.REMEDIATION, "/api/v1/cases/" + caseId);
            String state = found.path("state").asText();
            if (ENDS.contains(state)) {
                return found;
            }
            JsonNode job = found.path("job");
            if (state.equals("verifying")) {
                verifying(found.path("rescanId").asText(""));
            } else if (job.isObject()) {
                long total = Math.max(1, job.path("total").asLong());
                int epoch = job.path("epoch").asInt();
                String task = epoch == 0
                        ? "heal: frozen layers"
                        : "heal: epoch " + epoch + "/" + job.path("epochs").asInt();
                String note = epoch == 0
                        ? ""
                        : String.format(
                                java.util.Locale.ROOT,
                                "accuracy %.3f",
                                job.path("accuracy").asDouble());
                terminal.progress(task, job.path("done").asLong(), total, note);
            } else {
                terminal.status("heal: starting the job");
                terminal.spin();
            }
            pause();
        }
    }

    private void verifying(String rescanId) {
        JsonNode progress = rescanId.isEmpty() ? null : tryProgress(rescanId);
        if (progress == null) {
            terminal.status("heal: verifying");
            terminal.spin();
        } else {
            terminal.progress(
                    "verify: rescan, " + progress.path("stage").asText(),
                    progress.path("done").asLong(),
                    progress.path("total").asLong(),
                    "");
        }
    }

    /** Waits until a scan's findings have become a case, and returns it. */
    public JsonNode caseOf(String scanId, long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < deadline) {
            for (JsonNode found : api.get(Service.REMEDIATION, "/api/v1/cases")) {
                if (found.path("scanId").asText().equals(scanId)) {
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
