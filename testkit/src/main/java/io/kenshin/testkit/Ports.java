package io.kenshin.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Free ports on loopback, below the range from which the system takes ports for outgoing connections. */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;
    private static final int TRIES = 200;
    private static final Random RANDOM = new Random();

    private Ports() {}

    public static int free() {
        return freeRow(1);
    }

    /** The first of {@code length} free ports in a row. */
    public static int freeRow(int length) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int base = FIRST + RANDOM.nextInt(COUNT - length);
            int port = base;
            while (port < base + length && isFree(port)) {
                port++;
            }
            if (port == base + length) {
                return base;
            }
        }
        throw new IllegalStateException("no " + length + " free ports in a row");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() == port;
        } catch (IOException e) {
            return false;
        }
    }
}
