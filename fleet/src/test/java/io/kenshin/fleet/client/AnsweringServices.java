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
    private final Map<String, String> sent = new ConcurrentHashMap<>();

    AnsweringServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    AnsweringServices say(Service service, String path, String... bodies) {
        answers.put("/" + service + path, new ArrayDeque<>(List.of(bodies)));
        return this;
    }

    /** What was sent to be kept, by the end of its path; what was posted, by its whole. */
    Map<String, String> sent() {
        return sent;
    }

    Api api() {
        return api(false);
    }

    Api api(boolean elsewhere) {
        Map<Service, String> urls = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            urls.put(service, "http://localhost:" + server.getAddress().getPort() + "/" + service);
        }
        return new Api(urls, "localhost:1", elsewhere);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String given = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("PUT")) {
            sent.put(path.substring(path.lastIndexOf('/') + 1), given);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        if (exchange.getRequestMethod().equals("POST")) {
            sent.put(path, given);
        }
        Deque<String> left = answers.get(path);
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
