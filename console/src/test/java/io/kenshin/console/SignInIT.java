package io.kenshin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.SignInResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at an identity provider, as a browser does it. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "console"))
@WithTestResource(SignInResource.class)
@WithTestResource(SignInIT.Behind.class)
class SignInIT {
    /** Notes who a service behind the console would be asked by. */
    public static final class Behind implements QuarkusTestResourceLifecycleManager {
        private static final List<String> ASKED_BY = new CopyOnWriteArrayList<>();

        @Override
        public Map<String, String> start() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    ASKED_BY.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write("[]".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
                server.start();
                return Map.of(
                        "kenshin.console.services.ingest",
                        "http://localhost:" + server.getAddress().getPort());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            // It ends with the JVM.
        }
    }

    @TestHTTPResource
    String url;

    private HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void open() {
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.replaceAll("/$", "") + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void thePageIsForPeopleWhoHaveSignedInAndServicesAreAskedInTheirName() throws IOException, InterruptedException {
        SignInResource.provider().signIn("ana", "viewer");

        // The way to the provider and back ends at the page
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>");
        // And what the page asks of a service is asked by her
        assertThat(get("/api/ingest/datasets", "X-Requested-With", "JavaScript").statusCode())
                .isEqualTo(200);
        String bearer = Behind.ASKED_BY.get(Behind.ASKED_BY.size() - 1);
        assertThat(bearer).startsWith("Bearer ");
        String claims = new String(Base64.getUrlDecoder().decode(bearer.split("[.]")[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"ana\"").contains("viewer");
        assertThat(get("/api/console/me", "X-Requested-With", "JavaScript").body())
                .contains("\"ana\"")
                .contains("viewer")
                .doesNotContain("reviewer");
        assertThat(get("/api/console/fleet", "X-Requested-With", "JavaScript").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoHasNoRoleSeesThePageAndNothingElse() throws IOException, InterruptedException {
        SignInResource.provider().signIn("eve");

        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/api/console/fleet", "X-Requested-With", "JavaScript").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aScriptIsToldToSignInInsteadOfBeingSentAway() throws IOException, InterruptedException {
        int asked = Behind.ASKED_BY.size();

        assertThat(get("/api/ingest/datasets", "X-Requested-With", "JavaScript").statusCode())
                .isEqualTo(499);
        assertThat(Behind.ASKED_BY).hasSize(asked);
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    }
}
