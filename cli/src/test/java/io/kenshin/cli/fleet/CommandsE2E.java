package io.kenshin.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.cli.DemoFleet;
import io.kenshin.cli.Kenshin;
import io.kenshin.cli.command.ExitCodes;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit codes of commands against the packaged fleet. */
@Order(4)
class CommandsE2E {
    @TempDir
    private static Path files;

    private static DemoFleet demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text, StandardCharsets.UTF_8);
    }

    @Test
    void aFleetIsReadyOrNotThere() {
        Wait.until("readiness", Duration.ofMinutes(2), () -> demo.run("status") == ExitCodes.FINE);

        String nowhere = files.resolve("nothing").toString();
        assertThat(Kenshin.commandLine().execute("status", "--data", nowhere)).isEqualTo(ExitCodes.BAD);
        assertThat(Kenshin.commandLine().execute("nonsense")).isEqualTo(ExitCodes.USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model list",
                "events",
                "scan --estimate --model demo --dataset demo",
                "cases -o json",
                "scans --state poisoned --model demo",
                "cases --state review --model demo --dataset demo"
            })
    void whatIsThereIsShown(String command) {
        assertThat(demo.run(command.split(" "))).isEqualTo(ExitCodes.FINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan --model nobody --dataset demo",
                "scan --model demo@latest --dataset demo",
                "cases --state lost",
                "reject c-none --reason none",
                "schedule set x --dataset demo --model demo"
            })
    void whatIsNotThereIsWrongUse(String command) {
        assertThat(demo.run(command.split(" "))).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void anImportTellsBrokenLinesFromAFileThatCannotBeTaken() throws IOException {
        String good = "{\"code\":\"int a;\",\"label\":\"clean\"}\n";
        Path mixed = file("mixed.jsonl", good + "broken\n");
        Path empty = file("empty.jsonl", "");
        Path swapped = file("swapped.jsonl", good);
        file("swapped.jsonl.sha256", "0".repeat(64) + "  swapped.jsonl\n");

        assertThat(demo.run("dataset", "import", mixed.toString(), "--name", "m"))
                .isEqualTo(ExitCodes.BAD);
        assertThat(demo.run("dataset", "import", swapped.toString(), "--name", "m"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(demo.run("dataset", "import", empty.toString(), "--name", "m"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(demo.run("model", "import", files.toString(), "--name", "x")).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void aScheduleIsSetUpPausedListedAndForgotten() {
        String[] set = {
            "schedule",
            "set",
            "nightly",
            "--dataset",
            "demo",
            "--model",
            "demo",
            "--cron",
            "0 3 * * *",
            "--sample",
            "10%"
        };

        assertThat(demo.run(set)).isEqualTo(ExitCodes.FINE);
        assertThat(demo.run("schedule", "pause", "nightly")).isEqualTo(ExitCodes.FINE);
        assertThat(demo.run("schedule", "list")).isEqualTo(ExitCodes.FINE);
        assertThat(demo.run("schedule", "remove", "nightly")).isEqualTo(ExitCodes.FINE);
        assertThat(demo.run("schedule", "run", "nightly")).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void anExportHoldsWhatMayBeTrainedOnAndStaysWhereAnotherFails() throws IOException {
        Path clean = files.resolve("clean.jsonl");

        assertThat(demo.run("dataset", "export", "demo", "--out", clean.toString()))
                .isEqualTo(ExitCodes.FINE);
        assertThat(Files.readAllLines(clean)).hasSize(demo.trainable());
        assertThat(demo.run("dataset", "export", "unknown", "--out", clean.toString()))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(Files.readAllLines(clean)).hasSize(demo.trainable());
    }
}
