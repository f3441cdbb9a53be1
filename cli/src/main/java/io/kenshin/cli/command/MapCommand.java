package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.rest.ScanMap;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the map of a scan. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        description =
                "Writes the t-SNE map of a scan: its findings among its samples, near where their vectors are near.")
public final class MapCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCAN")
    private String scan = "";

    @Option(
            names = "--report",
            required = true,
            paramLabel = "FILE",
            description = "Where to: .svg for people, else JSON.")
    @SuppressWarnings("NullAway.Init") // injected
    private Path file;

    @Mixin
    private FleetOption fleet = new FleetOption();

    @Override
    public Integer call() {
        JsonNode sent = fleet.api().get(Service.ANALYSIS, "/api/v1/scans/" + Api.encode(scan) + "/map");
        ScanMap map = Api.as(sent, ScanMap.class);
        try {
            Files.writeString(file, file.toString().endsWith(".svg") ? MapDrawing.svg(map) : Api.write(sent));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        Map<String, Integer> decisions = new TreeMap<>();
        map.points()
                .forEach(point -> decisions.merge(
                        point.decision() == null ? "nothing found" : Api.word(point.decision()), 1, Integer::sum));
        System.out.println(map.points().size() + " points " + decisions + ": " + file);
        return ExitCodes.FINE;
    }
}
