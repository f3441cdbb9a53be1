package io.kenshin.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    private final Layout layout = new Layout(Path.of("/root"), Path.of("/data"), 9000);

    @Test
    void aFleetTakesEightPortsInARow() {
        assertThat(layout.ports().keySet()).containsExactly(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007);
        assertThat(layout.ports()).containsEntry(9000, "console").containsEntry(9007, "PostgreSQL");
    }

    @Test
    void eachServiceFindsItsOwnDatabaseAndTheBroker() {
        assertThat(layout.environment(Service.ANALYSIS))
                .containsEntry("KENSHIN_DATABASE", "localhost:9007/analysis")
                .containsEntry("KENSHIN_KAFKA", "localhost:9005")
                .containsEntry("KENSHIN_PORT", "9003")
                .doesNotContainKey("KENSHIN_ANALYSIS_URL");
        assertThat(layout.environment(Service.CONSOLE)).containsEntry("KENSHIN_ANALYSIS_URL", "http://localhost:9003");
    }

    @Test
    void aServiceRunsFromTheInstallation() {
        assertThat(layout.command(Service.INGEST))
                .endsWith("-jar", "/root/ingest-service/target/quarkus-app/quarkus-run.jar");
    }

    @Test
    void whereNoFleetRunsIsSaid(@TempDir Path nothing) {
        assertThatThrownBy(() -> FleetFile.find(nothing))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("no fleet is running on " + nothing)
                .hasMessageContaining("kenshin up");
    }
}
