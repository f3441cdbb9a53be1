package io.kenshin.remediation.webhook;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.remediation.settings.RemediationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * Posts each remediation event to one address, in order, signed, and again with growing pauses when that fails.
 *
 * <p>The header {@code Kenshin-Signature} is {@code t=SECONDS,v1=HEX}: the HMAC-SHA256 of {@code SECONDS.BODY}.
 * Receivers refuse old times, so that a recorded delivery cannot be sent again, and know repeated deliveries by the
 * event's id.
 */
@ApplicationScoped
public class Webhook {
    /** Header with the signature. */
    public static final String SIGNATURE = "Kenshin-Signature";

    private static final Logger LOG = Logger.getLogger(Webhook.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final int GONE = 410;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Optional<URI> address;
    private final byte[] secret;
    private final int tries;
    private final long pauseMillis;

    Webhook(RemediationSettings settings) {
        RemediationSettings.Webhook webhook = settings.webhook();
        address = webhook.url().filter(url -> !url.isBlank()).map(Webhook::checked);
        secret = webhook.secret().orElse("").getBytes(StandardCharsets.UTF_8);
        tries = webhook.tries();
        pauseMillis = webhook.pauseMillis();
        if (address.isPresent() && secret.length == 0) {
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

    /**
     * Delivers an event, or gives up after the last try.
     *
     * @return why it could not be delivered, or nothing
     */
    public Optional<String> deliver(String event) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String fault = "";
        for (int attempt = 1; attempt <= tries; attempt++) {
            if (attempt > 1) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis << Math.min(attempt - 2, 10)));
            }
            fault = post(event);
            if (fault.isEmpty()) {
                return Optional.empty();
            }
            LOG.warnf("webhook: try %d of %d failed: %s", attempt, tries, fault);
            if (Thread.currentThread().isInterrupted() || fault.equals("HTTP " + GONE)) {
                break;
            }
        }
        return Optional.of(fault);
    }

    private String post(String event) {
        long seconds = Clock.systemUTC().instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(address.orElseThrow())
                .timeout(LIMIT)
                .header("Content-Type", CloudEvent.CONTENT_TYPE)
                .header(SIGNATURE, "t=" + seconds + ",v1=" + sign(secret, seconds, event))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? "" : "HTTP " + status;
        } catch (IOException e) {
            return e.getClass().getSimpleName() + " " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** The signature as hexadecimal digits. */
    static String sign(byte[] secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
