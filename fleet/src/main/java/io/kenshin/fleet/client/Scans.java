package io.kenshin.fleet.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.rest.ScanProgress;
import io.kenshin.contracts.rest.ScanView;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.fleet.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scans of a fleet: ingest-service has the orders, analysis-service has progress and reports. */
public final class Scans {
    private static final String PATH = "/api/v1/scans";
    private static final int NOT_FOUND = 404;

    private final Api api;

    public Scans(Api api) {
        this.api = api;
    }

    /** The latest first. */
    public List<ScanView> list() {
        return api.list(Service.INGEST, PATH, ScanView.class);
    }

    /** Scans all samples of a data set with the version that is in production. */
    public ScanView order(String dataset, String model) {
        return order(dataset, model, null, null);
    }

    /**
     * Orders a scan.
     *
     * @param version null for the one in production
     * @param sample which of the samples, as people say it; null for all
     */
    public ScanView order(String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        return Api.as(api.post(Service.INGEST, PATH, wanted(dataset, model, version, sample)), ScanView.class);
    }

    /** The cost of such a scan, by what the last ones did. */
    public JsonNode estimate(String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        return api.post(Service.INGEST, PATH + "/estimate", wanted(dataset, model, version, sample));
    }

    private static Map<String, @Nullable Object> wanted(
            String dataset, String model, @Nullable Integer version, @Nullable String sample) {
        Map<String, @Nullable Object> order = new LinkedHashMap<>();
        order.put("model", model);
        order.put("version", version);
        order.put("dataset", dataset);
        order.put("sample", sample);
        return order;
    }

    public ScanView one(String id) {
        return api.get(Service.INGEST, path(id), ScanView.class);
    }

    /** How far the analysis is; null before it has heard of the scan. */
    public @Nullable ScanProgress progress(String id) {
        try {
            return api.get(Service.ANALYSIS, path(id), ScanProgress.class);
        } catch (ApiException e) {
            if (e.status() == NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    public ScanReport report(String id) {
        return Api.as(reportJson(id), ScanReport.class);
    }

    /** The report as it was sent, to be kept or compared. */
    public JsonNode reportJson(String id) {
        return api.get(Service.ANALYSIS, path(id) + "/report");
    }

    private static String path(String id) {
        return PATH + "/" + Api.encode(id);
    }
}
