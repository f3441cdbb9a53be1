package io.kenshin.foundation.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.kenshin.foundation.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A limit of so many requests a second from each caller, twice as many for a moment; whoever sends more is told when to
 * come again. It stands before authentication, so a caller is who the request says: its token, its session, or its
 * address. Callers of one address share a limit too, so that nobody gets around it with a new token each time.
 */
@ApplicationScoped
public class RateLimit {
    private static final int EARLY = 390;
    /** A console or a gateway speaks for many. */
    private static final int CALLERS_OF_AN_ADDRESS = 10;

    private static final int MOST_CALLERS = 100_000;
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final int perSecond;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(QUIET)
            .build();

    RateLimit(AccessSettings settings) {
        perSecond = settings.requestsPerSecond();
    }

    void filters(@Observes Filters filters) {
        if (perSecond > 0) {
            filters.register(this::limit, EARLY);
        }
    }

    private void limit(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Whoever asks whether a service is well has to get an answer.
        if (request.path().startsWith("/q/")) {
            context.next();
            return;
        }
        String address =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        String token = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        String session = Objects.requireNonNullElse(request.getHeader("Cookie"), "");
        long wait = nanos("address " + address, perSecond * CALLERS_OF_AN_ADDRESS);
        if (wait == 0) {
            wait = nanos(
                    token.isEmpty() && session.isEmpty() ? "nobody at " + address : digest(token + "\n" + session),
                    perSecond);
        }
        if (wait == 0) {
            context.next();
        } else {
            context.response().putHeader("Retry-After", Long.toString(1 + TimeUnit.NANOSECONDS.toSeconds(wait)));
            LoopbackGuard.refuse(
                    context,
                    ErrorCode.TOO_MANY,
                    "more than " + perSecond + " requests a second: wait as long as Retry-After says");
        }
    }

    /** How long a caller has to wait; 0 for not at all. */
    private long nanos(String caller, int rate) {
        ConsumptionProbe probe = buckets.get(
                        caller,
                        name -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(2L * rate).refillGreedy(rate, Duration.ofSeconds(1)))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    /** Tokens are not kept. */
    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
