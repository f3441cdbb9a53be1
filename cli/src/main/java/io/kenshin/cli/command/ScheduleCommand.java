package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scans that come by themselves. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Scans that come by themselves: set up, list, pause, run at once, remove.",
        subcommands = {
            ScheduleCommand.Set.class,
            ScheduleCommand.ListAll.class,
            ScheduleCommand.Pause.class,
            ScheduleCommand.Resume.class,
            ScheduleCommand.Run.class,
            ScheduleCommand.Remove.class
        })
public final class ScheduleCommand {
    private static final String PATH = "/api/v1/schedules";

    private static String path(String name) {
        return PATH + "/" + Api.encode(name);
    }

    private static Integer print(JsonNode schedules, OutputOption output) {
        output.print(
                schedules,
                "name",
                "dataset",
                "model",
                "cron",
                "every",
                "zone",
                "sample",
                "paused",
                "nextRun",
                "runs",
                "lastScan",
                "note");
        return ExitCodes.FINE;
    }

    /** Sets one up, or changes it. */
    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = {
                "Sets a schedule up, or changes it. What is missed while nothing runs is caught up once.",
                "With --sample 10%, runs take turns until every sample was seen; with --sample new, each looks at what has come",
                "since the last and judges it by the triggers that are proven already."
            })
    static final class Set extends ServiceCommand {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Option(names = "--dataset", required = true, paramLabel = "N")
        private String dataset = "";

        @Option(
                names = "--model",
                required = true,
                paramLabel = "N",
                description = "Scanned in the version that is in production then")
        private String model = "";

        @ArgGroup(multiplicity = "1")
        private Time time = new Time();

        @Option(names = "--zone", paramLabel = "Europe/Berlin", description = "Time zone of --cron (default: UTC)")
        private @Nullable String zone;

        @Option(
                names = "--sample",
                paramLabel = "10000|10%|new",
                description = "Scan so many of the samples each time, or those that no scan has seen")
        private @Nullable String sample;

        /** One of them. */
        static final class Time {
            @Option(
                    names = "--cron",
                    paramLabel = "'0 3 * * *'",
                    description = "Minute, hour, day of month, month, day of week")
            private @Nullable String cron;

            @Option(names = "--every", paramLabel = "6h", description = "Interval: 30m, 6h, 1d")
            private @Nullable String every;
        }

        @Override
        public Integer call() {
            Map<String, @Nullable Object> setup = new LinkedHashMap<>();
            setup.put("dataset", dataset);
            setup.put("model", model);
            setup.put("cron", time.cron);
            setup.put("every", time.every);
            setup.put("zone", zone);
            setup.put("sample", sample);
            return print(fleet.api().put(Service.INGEST, path(name), setup), output);
        }
    }

    /** Lists them. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the schedules.")
    static final class ListAll extends ServiceCommand {
        @Override
        public Integer call() {
            return print(fleet.api().get(Service.INGEST, PATH), output);
        }
    }

    /** What is done to one of them. */
    abstract static class Change extends ServiceCommand {
        private final String what;

        @Parameters(paramLabel = "NAME")
        private String name = "";

        Change(String what) {
            this.what = what;
        }

        @Override
        public Integer call() {
            return print(fleet.api().post(Service.INGEST, path(name) + "/" + what, Map.of()), output);
        }
    }

    /** Stops it for a while. */
    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Orders no more scans until it is resumed; one that is under way goes on.")
    static final class Pause extends Change {
        Pause() {
            super("pause");
        }
    }

    /** Goes on. */
    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Goes on from now; what would have been due in the pause is not caught up.")
    static final class Resume extends Change {
        Resume() {
            super("resume");
        }
    }

    /** Does not wait. */
    @Command(name = "run", mixinStandardHelpOptions = true, description = "Orders the next scan at once.")
    static final class Run extends Change {
        Run() {
            super("run");
        }
    }

    /** Forgets it. */
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Forgets the schedule; its scans and their reports stay.")
    static final class Remove implements Callable<Integer> {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Mixin
        private FleetOption fleet = new FleetOption();

        @Override
        public Integer call() {
            fleet.api().delete(Service.INGEST, path(name));
            return ExitCodes.FINE;
        }
    }
}
