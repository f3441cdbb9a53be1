package io.kenshin.cli.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.cli.DemoFleet;
import io.kenshin.cli.Kenshin;
import io.kenshin.cli.command.ExitCodes;
import io.kenshin.fleet.Directories;
import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.terminal.Terminal;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The data of a fleet: kept over a restart, brought back from a backup, gone when it is deleted. */
@Order(10) // It ends with another fleet on the same directory.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataRecoveryE2E {
    private static final Terminal TERMINAL = new Terminal();

    @TempDir
    private static Path files;

    private static DemoFleet demo;
    private static Layout layout;
    private static FaultyFleet fleet;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
        fleet = demo.fleet();
        layout = fleet.layout();
        api = demo.api();
    }

    @AfterAll
    static void stop() throws IOException {
        fleet.close();
        Directories.delete(layout.data().getParent());
    }

    private static void await(String what, BooleanSupplier holds) {
        Wait.until(what, Duration.ofMinutes(2), holds);
    }

    @Test
    @Order(1)
    void aPortInUseIsNamed() throws IOException {
        Layout taken = new Layout(layout.root(), files.resolve("other"), layout.port());

        assertThatThrownBy(() -> Fleet.start(taken, TERMINAL, Fleet.OWN_MEMORY_BYTES))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("port " + layout.port(Service.CONSOLE))
                .hasMessageContaining("console");
    }

    @Test
    @Order(2)
    void dataSurvivesARestartAndALossOfTheDirectory() throws IOException {
        // Given
        JsonNode datasets = api.get(Service.INGEST, "/api/v1/datasets");
        int cases = api.get(Service.REMEDIATION, "/api/v1/cases").size();
        Path backup = files.resolve("backup.zip");
        assertThat(demo.run("backup", backup.toString())).isEqualTo(ExitCodes.FAILURE);

        // When
        fleet.close();
        assertThat(demo.run("backup", backup.toString())).isEqualTo(ExitCodes.FINE);
        assertThat(Kenshin.commandLine().execute("restore", backup.toString())).isEqualTo(ExitCodes.FAILURE);
        Directories.delete(layout.data());
        assertThat(Kenshin.commandLine().execute("restore", backup.toString())).isEqualTo(ExitCodes.FINE);
        fleet = FaultyFleet.start(layout, TERMINAL);

        // Then
        assertThat(api.get(Service.INGEST, "/api/v1/datasets")).isEqualTo(datasets);
        assertThat(api.get(Service.REMEDIATION, "/api/v1/cases")).hasSize(cases);
        assertThat(api.get(Service.ANALYSIS, "/api/v1/scans")).isNotEmpty();
    }

    @Test
    @Order(3)
    void aDatasetThatIsDeletedTakesAllThatWasDerivedFromItAlong() {
        assertThat(demo.run("dataset", "delete", "demo", "--confirm", "other")).isEqualTo(ExitCodes.USAGE);
        assertThat(demo.run("dataset", "delete", "demo", "--confirm", "demo")).isEqualTo(ExitCodes.FINE);

        await(
                "the cases to go",
                () -> !api.get(Service.REMEDIATION, "/api/v1/cases")
                        .findValuesAsText("dataset")
                        .contains("demo"));
        await(
                "the trend to go",
                () -> api.get(Service.ANALYSIS, "/api/v1/trends?dataset=demo&model=demo")
                        .isEmpty());
        assertThat(api.get(Service.INGEST, "/api/v1/datasets").findValuesAsText("name"))
                .doesNotContain("demo");
        assertThat(demo.run("dataset", "delete", "demo", "--confirm", "demo")).isEqualTo(ExitCodes.USAGE);
    }
}
