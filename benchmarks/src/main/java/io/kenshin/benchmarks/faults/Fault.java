package io.kenshin.benchmarks.faults;

import io.kenshin.contracts.Topics;
import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that goes wrong while a scan runs.
 *
 * @param part a part of the fleet, or a topic
 */
public record Fault(Kind kind, String part) {
    /** What goes wrong. */
    public enum Kind {
        /** SIGKILL, and a start as a supervisor would do it. */
        KILL,
        /** A service is asked to stop, as in a rolling update, and started again. */
        STOP,
        /** SIGSTOP for some seconds. */
        PAUSE,
        /** The last records of a topic once more, in the reverse order. */
        REPEAT,
        /** Records that are no records. */
        MALFORMED,
        /** No space is left where the fleet's data lies, for some seconds; what that ends is started again. */
        FULL
    }

    static final String DISK = "disk";

    /** Everything that can go wrong wherever the data lies. */
    static List<Fault> all() {
        List<String> services = Stream.of(Service.values())
                .filter(service -> service != Service.CONSOLE)
                .map(Service::module)
                .toList();
        List<Fault> all = new ArrayList<>();
        for (String part : Stream.concat(Stream.of(Fleet.BROKER, Fleet.DATABASE), services.stream())
                .toList()) {
            all.add(new Fault(Kind.KILL, part));
            all.add(new Fault(Kind.PAUSE, part));
        }
        services.forEach(service -> all.add(new Fault(Kind.STOP, service)));
        for (String topic : List.of(
                Topics.SAMPLES,
                Topics.CHUNKS,
                Topics.VECTORS,
                Topics.SCANS,
                Topics.FINDINGS,
                Topics.REMEDIATION_EVENTS)) {
            all.add(new Fault(Kind.REPEAT, topic));
            all.add(new Fault(Kind.MALFORMED, topic));
        }
        all.add(new Fault(Kind.MALFORMED, Topics.PROBES));
        all.add(new Fault(Kind.MALFORMED, Topics.TRAINING_PROGRESS));
        return all;
    }
}
