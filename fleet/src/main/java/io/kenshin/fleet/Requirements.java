package io.kenshin.fleet;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a machine must have before the fleet starts, checked at once rather than found out the hard way. */
final class Requirements {
    private static final long DISK_BYTES = 3L << 30;

    private Requirements() {}

    /**
     * Checks builds, ports, disk and memory.
     *
     * @param memoryBytes what the fleet and whatever runs beside it need
     * @throws FleetException naming what is missing
     */
    static void check(Layout layout, long memoryBytes) {
        for (Service service : Service.values()) {
            Path jar = layout.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new FleetException(service.module() + " is not built: run mvn -Dquick package");
            }
        }
        for (Map.Entry<Integer, String> port : layout.ports().entrySet()) {
            try (ServerSocket socket = new ServerSocket(port.getKey(), 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                throw new FleetException(
                        "port " + port.getKey() + " is in use, and " + port.getValue()
                                + " needs it: stop what uses it (an earlier fleet: kenshin down), or choose other ports with --port",
                        e);
            }
        }
        try {
            Files.createDirectories(layout.data().resolve("logs"));
            long disk = Files.getFileStore(layout.data()).getUsableSpace();
            if (disk < DISK_BYTES) {
                throw new FleetException(layout.data() + " has " + (disk >> 20) + " MB of free disk; the fleet needs "
                        + (DISK_BYTES >> 20) + " MB: free some, or choose another directory with --data");
            }
        } catch (IOException e) {
            throw new FleetException("the directory " + layout.data() + " cannot be used: " + e.getMessage(), e);
        }
        long memory = availableMemory();
        if (memory < memoryBytes) {
            throw new FleetException("the machine has " + (memory >> 20) + " MB of free memory; this needs "
                    + (memoryBytes >> 20) + " MB");
        }
    }

    private static long availableMemory() {
        try {
            // What the kernel could give, caches included; free memory alone says too little.
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (IOException e) {
            // Not Linux: ask the JVM.
        }
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
    }
}
