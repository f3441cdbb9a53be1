package io.kenshin.fleet;

import java.util.List;

/** A service of the fleet with its place in the row of ports and what its JVM may use. */
public enum Service {
    INGEST("ingest-service", 1, "ingest", "-Xmx640m", "-XX:TieredStopAtLevel=1"),
    EMBEDDING("embedding-service", 2, "", "-Xmx1g", "-XX:TieredStopAtLevel=1"),
    ANALYSIS("analysis-service", 3, "analysis", "-Xmx768m"),
    REMEDIATION("remediation-service", 4, "remediation", "-Xmx384m", "-XX:TieredStopAtLevel=1"),
    CONSOLE("console", 0, "", "-Xmx192m", "-XX:TieredStopAtLevel=1");

    private final String module;
    private final int offset;
    private final String database;
    private final List<String> options;

    Service(String module, int offset, String database, String... options) {
        this.module = module;
        this.offset = offset;
        this.database = database;
        this.options = List.of(options);
    }

    /** The module that it is built from; also its name as a part of a fleet. */
    public String module() {
        return module;
    }

    int offset() {
        return offset;
    }

    /** Its own, or nothing where it keeps none. */
    String database() {
        return database;
    }

    List<String> options() {
        return options;
    }
}
