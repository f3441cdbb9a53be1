package io.kenshin.remediation.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of a webhook on loopback, which can be down, and refuse some events. */
final class Receiver implements AutoCloseable {
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final int port;
    private HttpServer server;

    Receiver() throws IOException {
        server = start(0);
        port = server.getAddress().getPort();
    }

    /** One post, with the headers of Standard Webhooks. */
    record Delivery(String id, long seconds, String signature, String body) {}

    private HttpServer start(int at) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        started.createContext("/events", this::take);
        started.start();
        return started;
    }

    private void take(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        deliveries.add(new Delivery(
                id,
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(refused.getOrDefault(id, 204), -1);
        exchange.close();
    }

    String address() {
        return "http://localhost:" + port + "/events";
    }

    /** From now on an event is answered so; with 204 it is taken. */
    void answer(String id, int status) {
        refused.put(id, status);
    }

    void goDown() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = start(port);
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    List<Delivery> deliveries(String id) {
        return deliveries.stream().filter(one -> one.id().equals(id)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
