package io.kenshin.console;

import io.kenshin.console.live.LiveEvents;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What the console hears: events of the fleet from now on, passed on to whoever looks. It keeps nothing and commits
 * nothing; every replica hears everything.
 */
@ApplicationScoped
public class ConsoleFlow {
    private final LiveEvents live;

    ConsoleFlow(LiveEvents live) {
        this.live = live;
    }

    @Incoming("remediation-events-in")
    public void remediation(String event) {
        live.pass("remediation", event);
    }

    @Incoming("scans-in")
    public void scan(String event) {
        live.pass("scan", event);
    }

    @Incoming("training-progress-in")
    public void training(String progress) {
        live.pass("training", progress);
    }
}
