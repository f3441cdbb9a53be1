package io.kenshin.embedded;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker (KRaft, one node) in this JVM, on loopback, with its data in a directory. */
public final class EmbeddedBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it answers; existing data is kept.
     *
     * @param port for clients; the controller listens on the next free one
     */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("server.properties");
        Properties properties = configuration(directory, port, controllerPort);
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, "written at each start");
        }
        if (!Files.exists(directory.resolve("data/meta.properties"))) {
            format(file);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        EmbeddedBroker broker = new EmbeddedBroker(server, port);
        broker.createTopics();
        return broker;
    }

    private static void format(Path file) {
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        var quiet = new java.io.PrintStream(
                java.io.OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8);
        int status = kafka.tools.StorageTool.execute(arguments, quiet);
        if (status != 0) {
            throw new IllegalStateException("the broker's directory cannot be formatted: status " + status);
        }
    }

    private static Properties configuration(Path directory, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@localhost:" + controllerPort,
                "listeners",
                "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://localhost:" + port,
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                directory.resolve("data").toString(),
                "auto.create.topics.enable",
                "false",
                "message.max.bytes",
                Integer.toString(Limits.RECORD_BYTES)));
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "2",
                "group.initial.rebalance.delay.ms", "0",
                // A restart after a kill would otherwise wait for the old session to end.
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "250",
                // The default takes 128 MiB of heap.
                "log.cleaner.dedupe.buffer.size", "4194304"));
        properties.putAll(Map.of(
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "num.network.threads", "2",
                "num.io.threads", "4"));
        return properties;
    }

    private void createTopics() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topics.Topic topic : Topics.all()) {
            topics.add(new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configuration()));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            for (var created : admin.createTopics(topics).values().values()) {
                created.get(60, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topics cannot be created: " + e.getCause(), e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker did not answer within 60 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the broker", e);
        }
    }

    public String bootstrap() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Runs a broker as its own process: directory, port, controller port; ends with the process. */
    public static void main(String[] arguments) {
        try {
            EmbeddedBroker broker =
                    start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            System.out.println("ready on " + broker.bootstrap());
            broker.server.awaitShutdown();
        } catch (IOException | RuntimeException e) {
            System.out.println("ERROR the broker cannot start: " + e);
            // The broker leaves threads behind that would keep a process alive that serves nobody.
            Runtime.getRuntime().halt(1);
        }
    }
}
