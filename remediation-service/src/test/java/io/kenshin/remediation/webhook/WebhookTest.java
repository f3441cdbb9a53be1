package io.kenshin.remediation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kenshin.remediation.TestSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private final List<String> bodies = new ArrayList<>();
    private final List<String> signatures = new ArrayList<>();
    private final AtomicInteger refuse = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signatures.add(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE));
            exchange.sendResponseHeaders(refuse.getAndDecrement() > 0 ? 503 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Webhook webhook(String url, String secret) {
        return new Webhook(TestSettings.with(Map.of(
                "webhook.url", url, "webhook.secret", secret, "webhook.tries", "3", "webhook.pause-millis", "1")));
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/events";
    }

    @Test
    void anEventIsSignedWithItsTime() {
        assertThat(webhook(address(), "s3cret").deliver("{\"id\":\"1\"}")).isEmpty();

        assertThat(bodies).containsExactly("{\"id\":\"1\"}");
        String[] parts = signatures.get(0).split(",v1=");
        long seconds = Long.parseLong(parts[0].substring(2));
        assertThat(parts[1])
                .isEqualTo(Webhook.sign("s3cret".getBytes(StandardCharsets.UTF_8), seconds, "{\"id\":\"1\"}"));
    }

    @Test
    void theSignatureIsWhatAnotherImplementationGives() {
        // Python: hmac.new(b"s3cret", b'1700000000.{"id":"1"}', hashlib.sha256).hexdigest()
        assertThat(Webhook.sign("s3cret".getBytes(StandardCharsets.UTF_8), 1_700_000_000, "{\"id\":\"1\"}"))
                .isEqualTo("2b9dee6c893e4bf012ad34ee7b89d492b9567b4f47740ccbf0f161ba3717dc08");
    }

    @Test
    void aReceiverThatIsAwayIsTriedAgainAndThenGivenUp() {
        refuse.set(2);
        assertThat(webhook(address(), "s").deliver("a")).isEmpty();
        assertThat(bodies).containsExactly("a", "a", "a");

        refuse.set(3);
        assertThat(webhook(address(), "s").deliver("b")).contains("HTTP 503");
    }

    @Test
    void withoutAnAddressNobodyIsToldAndWithoutASecretNothingStarts() {
        assertThat(webhook("", "").deliver("a")).isEmpty();
        assertThatThrownBy(() -> webhook(address(), "")).hasMessageContaining("KENSHIN_WEBHOOK_SECRET");
        assertThatThrownBy(() -> webhook("http://example.org/x", "s")).hasMessageContaining("https");
    }
}
