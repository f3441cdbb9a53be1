package io.kenshin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Every operation of a service's OpenAPI document, asked as every role. */
public final class RoleMatrix {
    /** A service key for tests. */
    public static final String KEY = "a-key-for-tests-of-at-least-32-characters";

    public static final String READ = "viewer reviewer operator";
    public static final String DECIDE = "reviewer operator";
    public static final String RUN = "operator";
    public static final String BRING = "ingester operator";

    private static final List<String> ROLES = List.of("viewer", "reviewer", "operator", "ingester", "job");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private RoleMatrix() {}

    /**
     * Checks that each operation answers 401 to nobody, 403 to roles that may not, and neither to those that may.
     *
     * @param url of the service, which has {@link #KEY}
     * @param allowed the roles of each operation, as {@code "GET /api/v1/scans" -> "viewer reviewer operator"}
     */
    public static void check(String url, Map<String, String> allowed) throws IOException, InterruptedException {
        Map<String, String> operations = operations(url.replaceAll("/$", ""));
        assertThat(new TreeSet<>(operations.keySet())).isEqualTo(new TreeMap<>(allowed).keySet());
        List<String> wrong = new ArrayList<>();
        for (String operation : operations.keySet()) {
            String type = operations.getOrDefault(operation, "");
            String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "1");
            if (status(url, operation, type, path, null) != 401) {
                wrong.add(operation + " lets nobody in");
            }
            List<String> may = List.of(allowed.getOrDefault(operation, "").split(" "));
            for (String role : ROLES) {
                int status = status(url, operation, type, path, token(KEY, role, role.equals("job") ? path : null, 60));
                boolean refused = status == 403 || status == 401;
                if (refused == may.contains(role)) {
                    wrong.add(operation + " answers " + status + " to " + role);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /**
     * A token as the services of a fleet sign it.
     *
     * @param path the only one that it opens; null for all
     * @param seconds that it is valid from now on; negative for one that has expired
     */
    public static String token(String key, String role, @Nullable String path, int seconds) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("kenshin");
        claims.setAudience("kenshin");
        claims.setSubject("test-" + role);
        claims.setClaim("role", role);
        if (path != null) {
            claims.setClaim("path", path);
        }
        claims.setExpirationTimeMinutesInTheFuture(seconds / 60f);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The operations, each with the media type of what it takes. */
    private static Map<String, String> operations(String url) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(URI.create(url + "/q/openapi?format=json"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Map<String, String> operations = new TreeMap<>();
        JsonNode paths = new ObjectMapper().readTree(response.body()).path("paths");
        paths.fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    Iterator<String> types =
                            method.getValue().at("/requestBody/content").fieldNames();
                    operations.put(
                            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            types.hasNext() ? types.next() : "application/json");
                }));
        return operations;
    }

    /** Status of an operation as the bearer of a token; null for nobody. */
    public static int status(String url, String operation, String type, String path, @Nullable String token)
            throws IOException, InterruptedException {
        String method = operation.substring(0, operation.indexOf(' '));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.replaceAll("/$", "") + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .header("Kenshin-Console", "1")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        // The status alone: a stream of events has no end.
        HttpResponse<java.io.InputStream> response =
                CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }
}
