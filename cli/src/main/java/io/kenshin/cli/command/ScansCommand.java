package io.kenshin.cli.command;

import io.kenshin.cli.ExitCodes;
import io.kenshin.fleet.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists scans. */
@Command(
        name = "scans",
        mixinStandardHelpOptions = true,
        description = "Lists scans with their verdicts, the latest first; kenshin report shows one.")
public final class ScansCommand implements Callable<Integer> {
    @Mixin
    private FilterOption filter = new FilterOption();

    @Mixin
    private FleetOption fleet = new FleetOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        output.print(
                fleet.api().get(Service.INGEST, "/api/v1/scans" + filter.query()),
                "id",
                "state",
                "model",
                "version",
                "dataset",
                "sample",
                "samples",
                "seconds",
                "ordered",
                "detail");
        return ExitCodes.FINE;
    }
}
