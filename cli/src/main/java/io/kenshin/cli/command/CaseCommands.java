package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looking at cases and deciding about them. */
public final class CaseCommands {
    private static final String PATH = "/api/v1/cases";
    private static final String[] COLUMNS = {"id", "state", "model", "version", "dataset", "healedVersion", "detail"};

    private static final String[] DECISION = {"id", "action", "samples", "state", "actor", "approver", "reason"};

    private CaseCommands() {}

    /** Lists cases, or the samples of one. */
    @Command(
            name = "cases",
            mixinStandardHelpOptions = true,
            description = "Lists cases; with a case, its history, decisions and samples.")
    public static final class Cases extends ServiceCommand {
        @Parameters(paramLabel = "CASE", arity = "0..1")
        private @Nullable String id;

        @Mixin
        private FilterOption filter = new FilterOption();

        @Override
        public Integer call() {
            Api api = fleet.api();
            if (id == null) {
                output.print(api.get(Service.REMEDIATION, PATH + filter.query()), COLUMNS);
                return ExitCodes.FINE;
            }
            JsonNode found = api.get(Service.REMEDIATION, PATH + "/" + Api.encode(id));
            JsonNode samples = api.get(Service.REMEDIATION, PATH + "/" + Api.encode(id) + "/samples");
            if (output.json()) {
                System.out.println(Api.write(Map.of("case", found, "samples", samples)));
                return ExitCodes.FINE;
            }
            output.print(found, COLUMNS);
            System.out.println();
            output.print(found.path("history"), "happened", "state", "actor", "detail");
            System.out.println();
            JsonNode decisions = api.get(Service.REMEDIATION, PATH + "/" + Api.encode(id) + "/decisions");
            if (!decisions.isEmpty()) {
                output.print(decisions, DECISION);
                System.out.println();
            }
            output.print(samples, "sampleId", "externalId", "source", "decision", "state", "reason");
            return ExitCodes.FINE;
        }
    }

    /** An operation on a case; it is called as the command is. */
    abstract static class Operation extends ServiceCommand {
        @Parameters(paramLabel = "CASE", index = "0")
        private String id = "";

        @Spec
        private CommandSpec command = CommandSpec.create();

        /** What of the case it is done to. */
        String part() {
            return "";
        }

        Map<String, @Nullable Object> body() {
            return Map.of();
        }

        String[] columns() {
            return COLUMNS;
        }

        @Override
        public Integer call() {
            String path = PATH + "/" + Api.encode(id) + part() + "/" + command.name();
            output.print(fleet.api().post(Service.REMEDIATION, path, body()), columns());
            return ExitCodes.FINE;
        }
    }

    /** A decision about samples. */
    abstract static class Decide extends Operation {
        @Parameters(paramLabel = "SAMPLE", index = "1..*", description = "Samples; all of the case when none is given")
        private List<String> samples = List.of();

        @Option(names = "--reason", required = true, description = "Why; it is kept with the decision")
        private String reason = "";

        @Override
        Map<String, @Nullable Object> body() {
            Map<String, @Nullable Object> choice = new LinkedHashMap<>();
            choice.put("samples", samples.isEmpty() ? null : samples);
            choice.put("reason", reason);
            return choice;
        }

        @Override
        String[] columns() {
            return DECISION;
        }
    }

    /** Quarantines samples. */
    @Command(
            name = "quarantine",
            mixinStandardHelpOptions = true,
            description = "Keeps samples of a case out of every training export.")
    public static final class Quarantine extends Decide {}

    /** Releases samples. */
    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description =
                    "Lets samples of a case back into training exports; the same evidence does not raise them again.")
    public static final class Release extends Decide {}

    /** Something about a decision. */
    abstract static class Decided extends Operation {
        @Parameters(paramLabel = "DECISION", index = "1", description = "Its number, as kenshin cases CASE shows it")
        private long decision;

        @Override
        String part() {
            return "/decisions/" + decision;
        }

        @Override
        String[] columns() {
            return DECISION;
        }
    }

    /** Agrees to a release. */
    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Agrees to a release that waits for a second person.")
    public static final class Approve extends Decided {}

    /** Takes a decision back. */
    @Command(
            name = "undo",
            mixinStandardHelpOptions = true,
            description = "Puts the samples of a decision back to what they were before it.")
    public static final class Undo extends Decided {}

    /** Dismisses a case. */
    @Command(
            name = "dismiss",
            mixinStandardHelpOptions = true,
            description = "Says that a case is none: releases all its samples. kenshin reopen takes it back.")
    public static final class Dismiss extends Decide {
        @Override
        String[] columns() {
            return COLUMNS;
        }
    }

    /** Opens a dismissed case again. */
    @Command(name = "reopen", mixinStandardHelpOptions = true, description = "Opens a dismissed case again.")
    public static final class Reopen extends Operation {}

    /** Promotes a healed version. */
    @Command(
            name = "promote",
            mixinStandardHelpOptions = true,
            description = "Makes the healed version of a case the one in production, also one that was rejected.")
    public static final class Promote extends Operation {}

    /** Rejects a healed version. */
    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Turns down the healed version that waits for approval; the case can be healed again.")
    public static final class Reject extends Operation {
        @Option(names = "--reason", required = true, description = "Why; it is kept with the case")
        private String reason = "";

        @Override
        Map<String, @Nullable Object> body() {
            return Map.of("reason", reason);
        }
    }

    /** Rolls back. */
    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Puts the version that a case's promotion replaced back into production,"
                    + " where no other has been promoted since.")
    public static final class Rollback extends Operation {}
}
