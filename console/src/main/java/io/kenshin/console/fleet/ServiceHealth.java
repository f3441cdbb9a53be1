package io.kenshin.console.fleet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a service whether it is ready. */
@ApplicationScoped
public class ServiceHealth {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /**
     * A service.
     *
     * @param state ready, not ready or down
     * @param failing names of the checks that fail
     */
    public record State(String service, String state, List<String> failing) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Report(@Nullable List<Check> checks) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Check(String name, String status) {}

    State of(String service, String url) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                            .timeout(LIMIT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            List<String> failing = failing(answer.body());
            return new State(service, answer.statusCode() == 200 ? "ready" : "not ready", failing);
        } catch (IOException e) {
            return new State(service, "down", List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new State(service, "down", List.of());
        }
    }

    private static List<String> failing(String body) {
        try {
            List<Check> checks =
                    Objects.requireNonNullElse(Json.read(body, Report.class).checks(), List.of());
            return checks.stream()
                    .filter(check -> !check.status().equals("UP"))
                    .map(Check::name)
                    .toList();
        } catch (KenshinException e) {
            return List.of();
        }
    }
}
