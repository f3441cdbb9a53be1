package io.kenshin.fleet.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kenshin.fleet.FleetFile;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The services' REST interfaces. */
public final class Api {
    /** Unknown fields are ignored: a service may be newer. */
    public static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<Service, String> urls;
    private final String kafka;
    private final boolean elsewhere;

    Api(Map<Service, String> urls, String kafka, boolean elsewhere) {
        this.urls = urls;
        this.kafka = kafka;
        this.elsewhere = elsewhere;
    }

    public static Api of(Layout layout) {
        return new Api(urls(layout::url), "localhost:" + layout.brokerPort(), false);
    }

    /** The services that the environment names (KENSHIN_INGEST_URL and so on), else a fleet of this machine. */
    public static Api find(@Nullable Path data) {
        String ingest = System.getenv("KENSHIN_INGEST_URL");
        if (data != null || ingest == null) {
            return of(FleetFile.find(data).layout());
        }
        return new Api(
                urls(service -> environment("KENSHIN_" + service.name() + "_URL")), environment("KENSHIN_KAFKA"), true);
    }

    private static Map<Service, String> urls(Function<Service, String> url) {
        Map<Service, String> urls = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            urls.put(service, url.apply(service));
        }
        return urls;
    }

    private static String environment(String name) {
        return String.valueOf(System.getenv(name));
    }

    public String kafka() {
        return kafka;
    }

    /** Whether the fleet is one that the environment names: it may not see the files of this machine. */
    public boolean elsewhere() {
        return elsewhere;
    }

    public String url(Service service) {
        return String.valueOf(urls.get(service));
    }

    public JsonNode get(Service service, String path) {
        return send(request(service, path).timeout(Duration.ofSeconds(60)).build());
    }

    /** An answer as what the service says that it is. */
    public <T> T get(Service service, String path, Class<T> type) {
        return as(get(service, path), type);
    }

    /** An answer that is a list. */
    public <T> List<T> list(Service service, String path, Class<T> type) {
        return all(get(service, path), type);
    }

    public JsonNode post(Service service, String path, Object body) {
        return send(request(service, path)
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(write(body)))
                .build());
    }

    public JsonNode put(Service service, String path, Object body) {
        return send(request(service, path)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(write(body)))
                .build());
    }

    public void delete(Service service, String path) {
        send(request(service, path).timeout(Duration.ofMinutes(1)).DELETE().build());
    }

    public JsonNode upload(Service service, String path, Path file) {
        return upload("POST", service, path, file);
    }

    /** Sends a file to where it is to be kept. */
    public void store(Service service, String path, Path file) {
        upload("PUT", service, path, file);
    }

    private JsonNode upload(String method, Service service, String path, Path file) {
        try {
            return send(request(service, path)
                    .timeout(Duration.ofHours(2))
                    .header("Content-Type", "application/octet-stream")
                    .method(method, HttpRequest.BodyPublishers.ofFile(file))
                    .build());
        } catch (FileNotFoundException e) {
            throw new ApiException(400, "no file at " + file);
        }
    }

    /** Writes an answer of any length into a file: the whole of it, or the file is not touched. */
    public void download(Service service, String path, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        HttpRequest request =
                request(service, path).timeout(Duration.ofMinutes(5)).build();
        try (InputStream body = answer(request)) {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private HttpRequest.Builder request(Service service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(service) + path))
                // Who decides is kept with every decision.
                .header("Kenshin-User", user());
        String token = System.getenv("KENSHIN_API_TOKEN");
        if (token != null && !token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static String user() {
        String named = System.getenv("KENSHIN_USER");
        String user = named == null || named.isBlank() ? System.getProperty("user.name", "somebody") : named;
        return user.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private JsonNode send(HttpRequest request) {
        try (InputStream body = answer(request)) {
            return JSON.readTree(body.readAllBytes());
        } catch (IOException e) {
            throw silent(request, e);
        }
    }

    /** The body of a good answer; a bad one is an exception with its reason. */
    private InputStream answer(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 != 2) {
                try (InputStream body = response.body()) {
                    String problem = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    throw new ApiException(response.statusCode(), reason(response.statusCode(), problem));
                }
            }
            return response.body();
        } catch (IOException e) {
            throw silent(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(0, "interrupted");
        }
    }

    private static ApiException silent(HttpRequest request, IOException e) {
        return new ApiException(
                0,
                request.uri().getAuthority() + " does not answer: " + e + "; is the fleet running? (kenshin status)");
    }

    private static String reason(int status, String body) {
        try {
            JsonNode detail = JSON.readTree(body).path("detail");
            return detail.isMissingNode() ? "HTTP " + status : detail.asText();
        } catch (JsonProcessingException e) {
            return "HTTP " + status;
        }
    }

    /** @throws IllegalArgumentException when the answer is nothing of the kind */
    public static <T> T as(JsonNode answer, Class<T> type) {
        return JSON.convertValue(answer, type);
    }

    public static <T> List<T> all(JsonNode answer, Class<T> type) {
        return JSON.convertValue(answer, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** A word of a closed set, an enum, as it travels. */
    public static String word(Enum<?> word) {
        return JSON.valueToTree(word).asText();
    }

    /** @throws IllegalArgumentException when the text is no JSON */
    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
