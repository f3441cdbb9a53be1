package io.kenshin.fleet;

import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The waits for parts that were started: a service by its own word, the broker by its log. */
final class Readiness {
    private static final long START_SECONDS = 240;

    private final Layout layout;
    private final Terminal terminal;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Readiness(Layout layout, Terminal terminal) {
        this.layout = layout;
        this.terminal = terminal;
    }

    /**
     * Waits until a service at a port is ready.
     *
     * @param guard called now and then; it throws when waiting has become pointless
     */
    void awaitService(String part, int port, Runnable guard) throws IOException {
        await(part, () -> ready(port), guard);
    }

    void awaitBroker(Runnable guard) throws IOException {
        await(
                Fleet.BROKER,
                () -> Files.exists(layout.log(Fleet.BROKER))
                        && Files.readString(layout.log(Fleet.BROKER)).contains("ready on "),
                guard);
    }

    /** Whether a service says that it is ready: its broker, its database and itself. */
    boolean ready(int port) {
        return says(port, "ready");
    }

    /** Whether a service says that it is alive: that it still listens to its topics. */
    boolean alive(int port) {
        return says(port, "live");
    }

    private boolean says(int port, String health) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/" + health))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("interrupted while waiting", e);
        }
    }

    private interface Check {
        boolean holds() throws IOException;
    }

    private void await(String part, Check check, Runnable guard) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!check.holds()) {
            guard.run();
            if (System.nanoTime() > deadline) {
                throw new FleetException(
                        part + " was not ready within " + START_SECONDS + " s; see " + layout.log(part));
            }
            terminal.spin();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
