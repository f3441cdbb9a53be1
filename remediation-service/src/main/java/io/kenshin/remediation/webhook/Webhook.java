package io.kenshin.remediation.webhook;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.remediation.settings.RemediationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The address that remediation events are posted to, signed as Standard Webhooks want it. */
@ApplicationScoped
public class Webhook {
    /** Says that nobody listens there any more. */
    static final String GONE = "HTTP 410";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Optional<URI> address;
    private final WebhookKeys keys;

    Webhook(RemediationSettings settings) {
        RemediationSettings.Webhook webhook = settings.webhook();
        address = webhook.url().filter(url -> !url.isBlank()).map(Webhook::checked);
        keys = WebhookKeys.of(webhook.secret().orElse(""));
        if (address.isPresent() && keys.none()) {
            throw new IllegalStateException(
                    "a webhook needs a secret to sign with: set KENSHIN_WEBHOOK_SECRET, or take its address away");
        }
    }

    private static URI checked(String url) {
        URI address = URI.create(url);
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost())));
        if (!safe) {
            throw new IllegalStateException(
                    "the webhook's address must be https, or http on this machine: " + address.getScheme());
        }
        return address;
    }

    /** Whether there is anybody to be told. */
    boolean listens() {
        return address.isPresent();
    }

    /**
     * Posts an event once.
     *
     * @return why it was not taken, or nothing
     */
    Optional<String> post(String id, String event, Instant now) {
        long seconds = now.getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(address.orElseThrow())
                .timeout(LIMIT)
                .header("Content-Type", CloudEvent.CONTENT_TYPE)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", keys.signatures(id, seconds, event))
                .header("Kenshin-Signature", keys.formerSignature(seconds, event))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("HTTP " + status);
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
