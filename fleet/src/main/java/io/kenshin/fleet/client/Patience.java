package io.kenshin.fleet.client;

import io.kenshin.fleet.Service;
import java.time.Duration;
import java.util.List;

/** Ends a wait that has become pointless: nothing moves any more, and a service that is needed is not healthy. */
final class Patience {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Api api;
    private final String what;
    private final Duration limit;
    private String last = "";
    private long since = System.nanoTime();

    /** @param what is waited for */
    Patience(Api api, String what) {
        this(api, what, LIMIT);
    }

    Patience(Api api, String what, Duration limit) {
        this.api = api;
        this.what = what;
        this.limit = limit;
    }

    /**
     * Looks at how far it is.
     *
     * @throws ApiException when that has not changed for five minutes and a service says, or does not say, that
     *     it is well
     */
    void see(String state) {
        long now = System.nanoTime();
        if (!state.equals(last)) {
            last = state;
            since = now;
        } else if (now - since > limit.toNanos()) {
            since = now;
            for (Service service : List.of(Service.INGEST, Service.ANALYSIS)) {
                askAfter(service);
            }
        }
    }

    private void askAfter(Service service) {
        try {
            api.get(service, "/q/health");
        } catch (ApiException e) {
            throw new ApiException(
                    e.status(),
                    what + " has not moved for " + limit.toSeconds() + " s, and " + service.module()
                            + " is not healthy (" + api.url(service)
                            + "/q/health and its log say why): start it again, and it goes on where it was");
        }
    }
}
