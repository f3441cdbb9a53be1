package io.kenshin.console.proxy;

import io.kenshin.console.settings.ConsoleSettings;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.Problem;
import io.kenshin.foundation.access.AccessSettings;
import io.kenshin.foundation.access.LoopbackGuard;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/**
 * Passes {@code /api/NAME/…} on to {@code /api/v1/…} of the service of that name, bodies as they stream. Only that part
 * of a service can be reached. Who asks is checked by the service itself.
 */
@ApplicationScoped
public class ServiceProxy {
    private static final int CONNECT_MILLIS = 2_000;
    /** A promotion or an import may take a while before it answers. */
    private static final int IDLE_SECONDS = 600;

    private final ConsoleSettings settings;
    private final AccessSettings access;
    private final HttpClient client;

    ServiceProxy(ConsoleSettings settings, AccessSettings access, Vertx vertx) {
        this.settings = settings;
        this.access = access;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                // The default of five would let one slow answer hold up a page.
                .setMaxPoolSize(64));
    }

    void routes(@Observes Router router) {
        settings.services().forEach((name, url) -> {
            URI target = URI.create(url);
            int port = target.getPort() > 0 ? target.getPort() : 80;
            HttpProxy proxy = HttpProxy.reverseProxy(client)
                    .origin(port, target.getHost())
                    .addInterceptor(new ToService(name));
            router.route("/api/" + name + "/*").handler(context -> {
                // What the route matched and what the service gets must be the same path.
                if (!context.normalizedPath().equals(context.request().path())) {
                    LoopbackGuard.refuse(context, ErrorCode.INVALID_INPUT, "the path is not in its normal form");
                } else if (access.oidc()) {
                    withToken(context, () -> proxy.handle(context.request()));
                } else {
                    proxy.handle(context.request());
                }
            });
        });
    }

    /** The session of the browser becomes the bearer token that the service knows people by. */
    private static void withToken(RoutingContext context, Runnable then) {
        context.request().pause();
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        identity -> {
                            AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
                            if (token != null) {
                                context.request().headers().set("Authorization", "Bearer " + token.getToken());
                            }
                            then.run();
                        },
                        context::fail);
    }

    /** Gives the request the path that it has at the service, and says what is wrong when that one does not answer. */
    private record ToService(String name) implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            String path = context.request().getURI().substring(("/api/" + name).length());
            context.request().setURI("/api/v1" + path);
            return context.sendRequest().recover(fault -> Future.succeededFuture(unavailable(context)));
        }

        private ProxyResponse unavailable(ProxyContext context) {
            Problem problem = Problem.of(
                    ErrorCode.UNAVAILABLE,
                    "the " + name + " service does not answer: this page goes on when it is back");
            Buffer body = Buffer.buffer(Json.write(problem));
            ProxyResponse response = context.request().release().response();
            response.setStatusCode(problem.status());
            response.putHeader("Content-Type", Problem.MEDIA_TYPE);
            response.setBody(Body.body(body));
            return response;
        }
    }
}
