package io.kenshin.cli.command;

import io.kenshin.fleet.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists scans. */
@Command(
        name = "scans",
        mixinStandardHelpOptions = true,
        description = "Lists scans with their verdicts, the latest first; kenshin report shows one.")
public final class ScansCommand extends ServiceCommand {
    @Mixin
    private FilterOption filter = new FilterOption();

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
