package io.kenshin.fleet.client;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.fleet.Layout;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Of a fleet that does not run: nothing listens on ports 2 to 9. */
class PatienceTest {
    private final Api api = Api.of(new Layout(Path.of("."), Path.of("."), 1));

    @Test
    void aScanThatStandsStillWhileAServiceIsAwayIsNotWaitedForForever() {
        Patience patience = new Patience(api, "scan s-1", Duration.ZERO);
        patience.see("embed 8/13");

        assertThatThrownBy(() -> patience.see("embed 8/13"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("scan s-1 has not moved")
                .hasMessageContaining("ingest-service is not healthy");
    }

    @Test
    void whatMovesIsWaitedFor() {
        Patience patience = new Patience(api, "scan s-1", Duration.ZERO);
        patience.see("embed 8/13");

        assertThatCode(() -> patience.see("embed 9/13")).doesNotThrowAnyException();
    }
}
