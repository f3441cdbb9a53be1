package io.kenshin.remediation.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.ServiceTokens;
import io.kenshin.remediation.settings.RemediationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The client of ingest-service: exports, model versions and scans. */
@ApplicationScoped
public class IngestClient {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String url;
    private final ServiceTokens tokens;

    IngestClient(RemediationSettings settings, ServiceTokens tokens) {
        url = settings.ingestUrl();
        this.tokens = tokens;
    }

    /** A version in the store. */
    public record Version(
            int version, String directory, @Nullable String base) {}

    /** A labelled sample. */
    public record Labelled(String id, String code, String label) {}

    /** Where clean samples can be read from. */
    public String exportUrl(String dataset, String split) {
        return url + exportPath(dataset) + "?split=" + encode(split);
    }

    /** The path of an export, which is all that a job may read. */
    public static String exportPath(String dataset) {
        return "/api/v1/datasets/" + encode(dataset) + "/export";
    }

    public Version version(String model, int version) {
        return Json.read(get("/api/v1/models/" + encode(model) + "/versions/" + version), Version.class);
    }

    /** What a data set's training split is made of at this moment. */
    public record Manifest(String digest, long samples, long quarantined, Map<String, Long> sources) {}

    public Manifest manifest(String dataset) {
        return Json.read(get("/api/v1/datasets/" + encode(dataset) + "/manifest"), Manifest.class);
    }

    /** Imports a directory once for each origin. */
    public Version add(String model, String directory, @Nullable String base, String origin) {
        Map<String, @Nullable String> request = new LinkedHashMap<>();
        request.put("directory", directory);
        request.put("base", base);
        request.put("origin", origin);
        return Json.read(post("/api/v1/models/" + encode(model) + "/versions", request), Version.class);
    }

    /** Orders a scan and returns its id. */
    public String scan(String dataset, String model, int version) {
        String answer = post("/api/v1/scans", Map.of("dataset", dataset, "model", model, "version", version));
        return String.valueOf(
                Json.read(answer, new TypeReference<Map<String, Object>>() {}).get("id"));
    }

    /** The first clean samples of a split, at most {@code most}. */
    public List<Labelled> samples(String dataset, String split, int most) {
        HttpRequest request = request(URI.create(exportUrl(dataset, split))).build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() != 200) {
                    throw new KenshinException(
                            ErrorCode.UNAVAILABLE, "ingest answered " + response.statusCode() + " to an export");
                }
                List<Labelled> samples = new ArrayList<>();
                lines.limit(most).forEach(line -> samples.add(Json.read(line, Labelled.class)));
                return samples;
            }
        } catch (IOException e) {
            throw new KenshinException(ErrorCode.UNAVAILABLE, "ingest does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String get(String path) {
        return send(request(URI.create(url + path)).build());
    }

    private String post(String path, Object body) {
        return send(request(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5));
        tokens.forCall("remediation-service").ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new KenshinException(
                        ErrorCode.UNAVAILABLE,
                        "ingest answered " + response.statusCode() + " to "
                                + request.uri().getPath() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new KenshinException(ErrorCode.UNAVAILABLE, "ingest does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
