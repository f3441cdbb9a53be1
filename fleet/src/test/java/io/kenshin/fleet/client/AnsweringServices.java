package io.kenshin.fleet.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kenshin.fleet.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Services that give the answers they were told to, over HTTP: one after the other, the last one for ever. */
final class AnsweringServices implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();

    AnsweringServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    AnsweringServices say(Service service, String path, String... bodies) {
        answers.put("/" + service + path, new ArrayDeque<>(List.of(bodies)));
        return this;
    }

    Api api() {
        Map<Service, String> urls = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            urls.put(service, "http://localhost:" + server.getAddress().getPort() + "/" + service);
        }
        return new Api(urls, "localhost:1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        Deque<String> left = answers.get(exchange.getRequestURI().toString());
        String body = left == null ? "{\"detail\":\"not there\"}" : left.size() > 1 ? left.remove() : left.element();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(left == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
