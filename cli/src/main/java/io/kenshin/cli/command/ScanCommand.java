package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.cli.ExitCodes;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Orders a scan. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Scans a data set with the model that was trained on it. Exit code 1 when it is not healthy.")
public final class ScanCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "N[@V]",
            description = "Model, at a version or in production")
    private String model = "";

    @Option(names = "--dataset", required = true, paramLabel = "N")
    private String dataset = "";

    @Option(
            names = "--sample",
            paramLabel = "10000|10%|3/10",
            description = "Scan only so many of the samples, or the third of ten parts")
    private @Nullable String sample;

    @Option(names = "--estimate", description = "Only say what it would cost, by what the last scans did")
    private boolean estimate;

    @Option(names = "--wait", description = "Wait for the verdict")
    private boolean wait;

    @Option(names = "--report", paramLabel = "FILE", description = "Wait, and write the report as JSON")
    private @Nullable Path report;

    @Mixin
    private FleetOption fleet = new FleetOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        Api api = fleet.api();
        if (estimate) {
            output.print(
                    api.post(Service.INGEST, "/api/v1/scans/estimate", wanted(model, dataset, sample)),
                    "samples",
                    "samplesPerSecond",
                    "seconds",
                    "scans");
            return ExitCodes.FINE;
        }
        String scanId = order(api, model, dataset, sample);
        if (!wait && report == null) {
            output.print(
                    api.get(Service.INGEST, "/api/v1/scans/" + scanId), "id", "dataset", "model", "version", "state");
            return ExitCodes.FINE;
        }
        JsonNode found = new Progress(api, new Terminal(), () -> {}).scan(scanId);
        if (report != null) {
            Api.JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), found);
        }
        return ReportCommand.print(found, output);
    }

    static String order(Api api, String model, String dataset, @Nullable String sample) {
        return api.post(Service.INGEST, "/api/v1/scans", wanted(model, dataset, sample))
                .path("id")
                .asText();
    }

    private static Map<String, @Nullable Object> wanted(String model, String dataset, @Nullable String sample) {
        int at = model.lastIndexOf('@');
        Map<String, @Nullable Object> order = new LinkedHashMap<>();
        order.put("model", at < 0 ? model : model.substring(0, at));
        order.put("version", at < 0 ? null : version(model.substring(at + 1)));
        order.put("dataset", dataset);
        order.put("sample", sample);
        return order;
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text.startsWith("v") ? text.substring(1) : text);
        } catch (NumberFormatException e) {
            throw new io.kenshin.fleet.client.ApiException(
                    400, "'" + text + "' is no version: use a number, as in model@2");
        }
    }
}
