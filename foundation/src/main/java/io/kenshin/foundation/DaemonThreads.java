package io.kenshin.foundation;

import java.util.concurrent.ThreadFactory;

/** Threads that work beside requests and do not keep a service from stopping. */
public final class DaemonThreads {
    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
