package io.kenshin.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kenshin.fleet.Watch.State;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Watch watch = new Watch(nanos::get);

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aPartThatStaysDeafForAMinuteIsStartedAgain() {
        assertThat(watch.due("ingest", State.DEAF)).isFalse();
        after(Watch.DEAF.minusSeconds(1));
        assertThat(watch.due("ingest", State.DEAF)).isFalse();
        assertThat(watch.due("analysis", State.DEAF)).isFalse();
        after(Duration.ofSeconds(1));

        assertThat(watch.due("ingest", State.DEAF)).isTrue();
        assertThat(watch.due("ingest", State.DEAF)).isFalse();
    }

    @Test
    void oneThatHearsAgainIsLeftAlone() {
        watch.due("ingest", State.DEAF);
        after(Duration.ofSeconds(50));
        watch.due("ingest", State.ALIVE);
        after(Duration.ofSeconds(50));

        assertThat(watch.due("ingest", State.DEAF)).isFalse();
    }

    @Test
    void oneThatHasEndedIsStartedAtOnceButNotForEver() {
        for (int i = 0; i < Watch.MOST_STARTS; i++) {
            assertThat(watch.due("ingest", State.ENDED)).isTrue();
        }
        assertThatThrownBy(() -> watch.due("ingest", State.ENDED))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("does not stay up");

        after(Watch.WITHIN.plusSeconds(1));
        assertThat(watch.due("ingest", State.ENDED)).isTrue();
    }

    @Test
    void aServiceWhoseInletIsClosedIsNotAliveThoughItAnswers() throws IOException {
        AtomicInteger live = new AtomicInteger(200);
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/health/live", exchange -> {
            exchange.sendResponseHeaders(live.get(), -1);
            exchange.close();
        });
        service.start();
        int port = service.getAddress().getPort();
        Readiness readiness = new Readiness(new Layout(Path.of("/root"), Path.of("/data"), 9000), new Terminal());

        assertThat(readiness.alive(port)).isTrue();
        live.set(503);
        assertThat(readiness.alive(port)).isFalse();
        service.stop(0);
        assertThat(readiness.alive(port)).isFalse();
    }
}
