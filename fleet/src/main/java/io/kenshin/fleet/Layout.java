package io.kenshin.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everything of an embedded fleet is: files under one directory, ports from one base on.
 *
 * @param root the checkout or installation
 * @param data directory of this fleet's data
 * @param port first port; the services take the next ones
 */
public record Layout(Path root, Path data, int port) {
    public static final int DEFAULT_PORT = 8080;

    public static Path rootFromProperty() {
        return Path.of(System.getProperty("kenshin.root", ".")).toAbsolutePath().normalize();
    }

    public int port(Service service) {
        return port + service.offset();
    }

    public int brokerPort() {
        return port + 5;
    }

    public int controllerPort() {
        return port + 6;
    }

    public int databasePort() {
        return port + 7;
    }

    public Path log(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    /** Every port with what needs it. */
    Map<Integer, String> ports() {
        Map<Integer, String> ports = new TreeMap<>();
        for (Service service : Service.values()) {
            ports.put(port(service), service.module());
        }
        ports.put(brokerPort(), "the Kafka broker");
        ports.put(controllerPort(), "the Kafka controller");
        ports.put(databasePort(), "PostgreSQL");
        return ports;
    }

    /** Base URL of a service. */
    public String url(Service service) {
        return "http://localhost:" + port(service);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    List<String> brokerCommand() {
        return List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                root.resolve("cli/target/lib") + "/*",
                "io.kenshin.embedded.EmbeddedBroker",
                data.resolve("kafka").toString(),
                Integer.toString(brokerPort()),
                Integer.toString(controllerPort()));
    }

    /** Command of a service. */
    public List<String> command(Service service) {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(service.options());
        command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
        command.add("-Dquarkus.log.console.format=%d{yyyy-MM-dd HH:mm:ss,SSS} " + service.module()
                + " %-5p [%c{2.}] %s%e%n");
        command.add("-jar");
        command.add(root.resolve(service.module())
                .resolve("target/quarkus-app/quarkus-run.jar")
                .toString());
        return command;
    }

    /** Command of the trainer, for the fleet's jobs and for the demo's own. */
    public List<String> trainerCommand() {
        Path target = root.resolve("finetune-job/target");
        return List.of(
                java(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                target.resolve("finetune-job-0.1.0.jar") + ":" + target.resolve("lib") + "/*",
                "io.kenshin.finetune.Main");
    }

    /** Command of a benchmark in an installation. */
    public static List<String> benchmarkCommand(Path root, String main) {
        Path target = root.resolve("benchmarks/target");
        return List.of(
                java(),
                "-Xmx4g",
                "-Dkenshin.root=" + root,
                "-cp",
                target.resolve("benchmarks-0.1.0.jar") + ":" + target.resolve("lib") + "/*",
                main);
    }

    Map<String, String> environment(Service service) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "KENSHIN_HOST", "localhost",
                "KENSHIN_PORT", Integer.toString(port(service)),
                "KENSHIN_KAFKA", "localhost:" + brokerPort(),
                "KENSHIN_DATABASE", "localhost:" + databasePort() + "/" + service.database(),
                "KENSHIN_MODEL_STORE", data.resolve("models").toString(),
                "KENSHIN_JOBS", data.resolve("jobs").toString(),
                "KENSHIN_JOB_COMMAND", String.join(",", trainerCommand()),
                "KENSHIN_INGEST_URL", url(Service.INGEST)));
        if (service == Service.CONSOLE) {
            environment.put("KENSHIN_EMBEDDING_URL", url(Service.EMBEDDING));
            environment.put("KENSHIN_ANALYSIS_URL", url(Service.ANALYSIS));
            environment.put("KENSHIN_REMEDIATION_URL", url(Service.REMEDIATION));
        }
        return environment;
    }
}
