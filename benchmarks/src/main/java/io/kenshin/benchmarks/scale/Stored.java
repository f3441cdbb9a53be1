package io.kenshin.benchmarks.scale;

import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Layout;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * What a fleet has on disk.
 *
 * @param topics bytes by topic
 * @param database bytes of all databases together
 */
record Stored(Map<String, Long> topics, long database) {
    static Stored of(Layout layout) throws InterruptedException {
        Map<String, Long> topics = new HashMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + layout.brokerPort()))) {
            int broker = admin.describeCluster()
                    .nodes()
                    .get(30, TimeUnit.SECONDS)
                    .iterator()
                    .next()
                    .id();
            admin.describeLogDirs(List.of(broker)).allDescriptions().get(30, TimeUnit.SECONDS).values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .forEach(directory -> directory
                            .replicaInfos()
                            .forEach((partition, replica) ->
                                    topics.merge(partition.topic(), replica.size(), Long::sum)));
        } catch (ExecutionException | TimeoutException e) {
            throw new FleetException("the broker does not say what it stores", e);
        }
        String url = "jdbc:postgresql://localhost:" + layout.databasePort() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("select sum(pg_database_size(datname)) from pg_database")) {
            sum.next();
            return new Stored(topics, sum.getLong(1));
        } catch (SQLException e) {
            throw new FleetException("PostgreSQL does not say what it stores", e);
        }
    }

    long topic(String name) {
        return topics.getOrDefault(name, 0L);
    }
}
