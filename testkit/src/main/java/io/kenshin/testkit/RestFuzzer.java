package io.kenshin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Requests that nobody means, made from a service's own OpenAPI document: right in form here and there, and wrong in
 * all ways.
 */
public final class RestFuzzer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final Random random;
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaValues values;

    private record Operation(String method, String path, List<String> query, String type, JsonNode schema) {}

    /** @param url of the service */
    public RestFuzzer(String url, long seed) throws IOException, InterruptedException {
        this.url = url.replaceAll("/$", "");
        random = new Random(seed);
        HttpResponse<String> document = client.send(
                HttpRequest.newBuilder(URI.create(this.url + "/q/openapi?format=json"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode api = JSON.readTree(document.body());
        values = new SchemaValues(api, random);
        api.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(method -> add(path.getKey(), method.getKey(), method.getValue())));
    }

    private void add(String path, String method, JsonNode operation) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                query.add(parameter.path("name").asText());
            }
        }
        JsonNode content = operation.at("/requestBody/content");
        Iterator<String> types = content.fieldNames();
        String type = types.hasNext() ? types.next() : "";
        operations.add(new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                query,
                type,
                content.path(type).path("schema")));
    }

    /**
     * Sends so many requests.
     *
     * @return those that the service failed at: an answer of 500 or none in time
     */
    public List<String> run(int requests) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        String before = "";
        for (int i = 0; i < requests; i++) {
            Operation operation = operations.get(random.nextInt(operations.size()));
            String target = target(operation);
            byte[] body = operation.type().isEmpty() ? new byte[0] : body(operation);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + target))
                    .timeout(LIMIT)
                    .method(operation.method(), HttpRequest.BodyPublishers.ofByteArray(body));
            if (!operation.type().isEmpty()) {
                request.header("Content-Type", random.nextInt(20) == 0 ? "text/plain" : operation.type());
            }
            String what = operation.method() + " " + target + " "
                    + new String(body, 0, Math.min(200, body.length), StandardCharsets.UTF_8);
            try {
                HttpResponse<InputStream> response =
                        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                finish(response);
                if (response.statusCode() == 500) {
                    failures.add(what);
                }
            } catch (IOException e) {
                failures.add(what + ": " + e + "; before: " + before);
            }
            before = what;
        }
        return failures;
    }

    /**
     * A body that is not read to its end costs the connection, which the next request may have by then: only a stream
     * of events has none.
     */
    private static void finish(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (!type.startsWith("text/event-stream")) {
                body.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private String target(Operation operation) {
        StringBuilder target = new StringBuilder();
        for (String part : operation.path().substring(1).split("/")) {
            target.append('/').append(part.startsWith("{") ? encode(values.text()) : part);
        }
        char separator = '?';
        for (String name : operation.query()) {
            if (random.nextBoolean()) {
                target.append(separator).append(name).append('=').append(encode(values.text()));
                separator = '&';
            }
        }
        return target.toString();
    }

    private static String encode(String text) {
        String encoded = URLEncoder.encode(text.isEmpty() ? "x" : text, StandardCharsets.UTF_8);
        return encoded.length() > 2_000 ? encoded.substring(0, 1_999).replaceAll("%.?$", "") : encoded;
    }

    private byte[] body(Operation operation) {
        switch (random.nextInt(8)) {
            case 0 -> {
                byte[] noise = new byte[random.nextInt(300)];
                random.nextBytes(noise);
                return noise;
            }
            case 1 -> {
                return ("[".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
            }
            case 2 -> {
                return new byte[0];
            }
            default -> {
                String json = values.of(operation.schema()).toString();
                boolean cut = random.nextInt(6) == 0;
                return (cut ? json.substring(0, random.nextInt(json.length() + 1)) : json)
                        .getBytes(StandardCharsets.UTF_8);
            }
        }
    }
}
