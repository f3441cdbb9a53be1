package io.kenshin.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A small OpenID provider on loopback that signs real tokens: it knows everybody by the name and the groups that they
 * give, and signs in whoever comes as {@link #signIn}.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core 1.0</a>
 */
public final class IdentityProvider implements AutoCloseable {
    public static final String CLIENT = "kenshin";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile String user = "ana";
    private volatile List<String> groups = List.of("viewer");

    private IdentityProvider(HttpServer server, RsaJsonWebKey key) {
        this.server = server;
        this.key = key;
    }

    public static IdentityProvider start() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            key.setUse("sig");
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            IdentityProvider provider = new IdentityProvider(server, key);
            server.createContext("/.well-known/openid-configuration", provider::configuration);
            server.createContext("/keys", exchange -> answer(exchange, new JsonWebKeySet(key).toJson()));
            server.createContext("/authorize", provider::authorize);
            server.createContext("/token", provider::exchange);
            server.start();
            return provider;
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who comes next through a browser. */
    public void signIn(String name, String... inGroups) {
        user = name;
        groups = List.of(inGroups);
    }

    /** An access token as an application would get it. */
    public String token(String name, String... inGroups) {
        return sign(name, List.of(inGroups), null);
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                JSON.writeValueAsString(Map.of(
                        "issuer", url(),
                        "authorization_endpoint", url() + "/authorize",
                        "token_endpoint", url() + "/token",
                        "jwks_uri", url() + "/keys",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256"))));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(String.valueOf(exchange.getRequestURI().getRawQuery()));
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        exchange.getResponseHeaders()
                .set("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> body = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> request = codes.remove(String.valueOf(body.get("code")));
        if (request == null) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        answer(
                exchange,
                JSON.writeValueAsString(Map.of(
                        "access_token",
                        sign(user, groups, null),
                        "id_token",
                        sign(user, groups, request.get("nonce")),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300)));
    }

    private String sign(String name, List<String> inGroups, @Nullable String nonce) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setAudience(CLIENT);
        claims.setSubject(name);
        claims.setStringClaim("preferred_username", name);
        claims.setStringListClaim("groups", inGroups);
        if (nonce != null) {
            claims.setStringClaim("nonce", nonce);
        }
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> values = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
