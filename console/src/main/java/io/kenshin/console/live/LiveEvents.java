package io.kenshin.console.live;

import io.kenshin.foundation.Json;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes events on to every page that listens; a page that cannot keep up is cut off, comes back and reads anew. */
@ApplicationScoped
public class LiveEvents {
    private static final int WAITING = 1_000;

    private final Set<MultiEmitter<? super Event>> listeners = ConcurrentHashMap.newKeySet();

    /**
     * An event for a page.
     *
     * @param kind remediation, scan or training
     * @param json as it stands on its topic
     */
    public record Event(String kind, String json) {}

    public void pass(String kind, String json) {
        if (!Json.isObject(json)) {
            return;
        }
        Event event = new Event(kind, json);
        listeners.forEach(listener -> listener.emit(event));
    }

    /** Events from now on. */
    public Multi<Event> listen() {
        return Multi.createFrom()
                .<Event>emitter(emitter -> {
                    listeners.add(emitter);
                    emitter.onTermination(() -> listeners.remove(emitter));
                })
                .onOverflow()
                .buffer(WAITING);
    }
}
