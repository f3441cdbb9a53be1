package io.kenshin.cli;

import io.kenshin.cli.command.AuditCommand;
import io.kenshin.cli.command.BackupCommands;
import io.kenshin.cli.command.BenchmarkCommand;
import io.kenshin.cli.command.CaseCommands;
import io.kenshin.cli.command.DatasetCommand;
import io.kenshin.cli.command.DemoCommand;
import io.kenshin.cli.command.EventsCommand;
import io.kenshin.cli.command.EvidenceCommands;
import io.kenshin.cli.command.ExitCodes;
import io.kenshin.cli.command.ExperimentCommand;
import io.kenshin.cli.command.FleetCommands;
import io.kenshin.cli.command.HealCommand;
import io.kenshin.cli.command.JobCommands;
import io.kenshin.cli.command.MapCommand;
import io.kenshin.cli.command.ModelCommand;
import io.kenshin.cli.command.PolicyCommand;
import io.kenshin.cli.command.ReportCommand;
import io.kenshin.cli.command.ScanCommand;
import io.kenshin.cli.command.ScansCommand;
import io.kenshin.cli.command.ScheduleCommand;
import io.kenshin.cli.command.ScreenCommand;
import io.kenshin.cli.command.SourcesCommand;
import io.kenshin.cli.command.TrendCommand;
import io.kenshin.cli.command.WebhookCommand;
import io.kenshin.fleet.client.ApiException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "kenshin",
        mixinStandardHelpOptions = true,
        version = "kenshin 0.1.0",
        description = "Finds poisoned training samples in code models, proves each finding, and heals the model.",
        subcommands = {
            DemoCommand.class,
            FleetCommands.Up.class,
            FleetCommands.Down.class,
            FleetCommands.Status.class,
            FleetCommands.Open.class,
            BackupCommands.Write.class,
            BackupCommands.Restore.class,
            ModelCommand.class,
            DatasetCommand.class,
            SourcesCommand.class,
            ScanCommand.class,
            ScansCommand.class,
            ScheduleCommand.class,
            ReportCommand.class,
            MapCommand.class,
            TrendCommand.class,
            CaseCommands.Cases.class,
            CaseCommands.Quarantine.class,
            CaseCommands.Release.class,
            CaseCommands.Approve.class,
            CaseCommands.Undo.class,
            CaseCommands.Dismiss.class,
            CaseCommands.Reopen.class,
            PolicyCommand.class,
            HealCommand.class,
            JobCommands.Log.class,
            JobCommands.Cancel.class,
            CaseCommands.Promote.class,
            CaseCommands.Reject.class,
            CaseCommands.Rollback.class,
            EvidenceCommands.Fetch.class,
            EvidenceCommands.Verify.class,
            ScreenCommand.class,
            EventsCommand.class,
            WebhookCommand.class,
            AuditCommand.class,
            ExperimentCommand.class,
            BenchmarkCommand.class,
            AutoComplete.GenerateCompletion.class
        },
        footer = {
            "",
            "Exit codes: 0 fine, 1 the thing asked about is bad, 2 wrong use, 3 failure.",
            "Start with: kenshin demo"
        })
public final class Kenshin {
    private Kenshin() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all its commands. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Kenshin());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("kenshin: " + e.getMessage());
            return e instanceof ApiException api && api.status() >= 400 && api.status() < 500
                    ? ExitCodes.USAGE
                    : ExitCodes.FAILURE;
        });
        return line;
    }
}
