package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.ApiException;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.client.Scans;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Orders a scan. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Scans a data set with the model that was trained on it. Exit code 1 when it is not healthy.")
public final class ScanCommand extends ServiceCommand {
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

    @Mixin
    private WaitOption wait = new WaitOption();

    @Override
    public Integer call() throws IOException {
        Api api = fleet.api();
        Scans scans = new Scans(api);
        int at = model.lastIndexOf('@');
        String name = at < 0 ? model : model.substring(0, at);
        Integer version = at < 0 ? null : version(model.substring(at + 1));
        if (estimate) {
            output.print(
                    scans.estimate(dataset, name, version, sample), "samples", "samplesPerSecond", "seconds", "scans");
            return ExitCodes.FINE;
        }
        String scanId = scans.order(dataset, name, version, sample).id();
        if (!wait.forEnd()) {
            output.print(
                    api.get(Service.INGEST, "/api/v1/scans/" + scanId), "id", "dataset", "model", "version", "state");
            return ExitCodes.FINE;
        }
        new Progress(api, new Terminal(), () -> {}).scan(scanId);
        JsonNode found = scans.reportJson(scanId);
        wait.write(found);
        return ReportCommand.print(found, output);
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text.startsWith("v") ? text.substring(1) : text);
        } catch (NumberFormatException e) {
            throw new ApiException(400, "'" + text + "' is no version: use a number, as in model@2");
        }
    }
}
