package io.kenshin.benchmarks.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A simulation of replicas that share the chunks of one scan as a Kafka consumer group does: chunks go to the
 * partitions in turn, every partition has one owner, a replica takes one chunk after the other. Replicas die at
 * random; their partitions wait until the group notices, go to who has fewest, and what was under way is done again.
 */
final class Scheduling {
    private static final double NOTICED_SECONDS = 45;
    private static final double RESTART_SECONDS = 60;

    private final int chunks;
    /** The next chunk of each partition; the one after it is as many further as there are partitions. */
    private final int[] next;

    private final IntToDoubleFunction seconds;
    private final Replica[] replicas;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
    private final Random random;
    private final double meanLifeSeconds;
    private int left;
    private int again;

    /**
     * How a scan went.
     *
     * @param seconds until the last chunk was done
     * @param efficiency work that was needed over what the replicas could have done in that time, 0 to 1
     * @param again chunks that were done twice
     */
    record Outcome(double seconds, double efficiency, int again) {}

    private record Event(double at, int replica, int life, Kind kind) {}

    private enum Kind {
        DONE,
        DEATH,
        NOTICED,
        RETURN
    }

    private static final class Replica {
        private final List<Integer> owned = new ArrayList<>();
        private int life;
        private int turn;
        private int partition = -1;
        private boolean alive = true;
    }

    private Scheduling(
            int chunks,
            IntToDoubleFunction seconds,
            int partitions,
            int replicas,
            double meanLifeSeconds,
            Random random) {
        this.seconds = seconds;
        this.random = random;
        this.meanLifeSeconds = meanLifeSeconds;
        left = chunks;
        this.chunks = chunks;
        next = IntStream.range(0, partitions).toArray();
        this.replicas = new Replica[replicas];
        for (int i = 0; i < replicas; i++) {
            this.replicas[i] = new Replica();
        }
        for (int i = 0; i < partitions; i++) {
            this.replicas[i % replicas].owned.add(i);
        }
    }

    /**
     * Plays one scan.
     *
     * @param seconds of a chunk by its number
     * @param meanLifeSeconds how long a replica lives on average; positive infinity for ever
     */
    static Outcome play(
            int chunks, IntToDoubleFunction seconds, int partitions, int replicas, double meanLifeSeconds, long seed) {
        return new Scheduling(chunks, seconds, partitions, replicas, meanLifeSeconds, new Random(seed)).play();
    }

    private Outcome play() {
        double needed = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            needed += seconds.applyAsDouble(chunk);
        }
        for (int i = 0; i < replicas.length; i++) {
            born(i, 0);
        }
        double now = 0;
        while (left > 0) {
            Event event = events.remove();
            Replica replica = replicas[event.replica()];
            if (event.life() == replica.life) {
                now = event.at();
                happen(event, replica);
            }
        }
        return new Outcome(now, needed / (now * replicas.length), again);
    }

    private void happen(Event event, Replica replica) {
        switch (event.kind()) {
            case DONE -> {
                next[replica.partition] += next.length;
                replica.partition = -1;
                left--;
                begin(event.replica(), event.at());
            }
            case DEATH -> {
                again += replica.partition >= 0 ? 1 : 0;
                replica.partition = -1;
                replica.alive = false;
                replica.life++;
                events.add(new Event(event.at() + NOTICED_SECONDS, event.replica(), replica.life, Kind.NOTICED));
                events.add(new Event(event.at() + RESTART_SECONDS, event.replica(), replica.life, Kind.RETURN));
            }
            case NOTICED -> {
                List<Integer> orphans = List.copyOf(replica.owned);
                replica.owned.clear();
                for (int orphan : orphans) {
                    int heir = fewest();
                    if (heir >= 0) {
                        replicas[heir].owned.add(orphan);
                        begin(heir, event.at());
                    } else {
                        replica.owned.add(orphan);
                    }
                }
            }
            case RETURN -> {
                replica.alive = true;
                share(event.replica());
                born(event.replica(), event.at());
            }
        }
    }

    private int fewest() {
        int fewest = -1;
        for (int i = 0; i < replicas.length; i++) {
            if (replicas[i].alive && (fewest < 0 || replicas[i].owned.size() < replicas[fewest].owned.size())) {
                fewest = i;
            }
        }
        return fewest;
    }

    /** A newcomer takes from who has most until the group is even; nothing that is being worked on. */
    private void share(int newcomer) {
        Replica own = replicas[newcomer];
        while (true) {
            Replica most = own;
            for (Replica other : replicas) {
                most = other.owned.size() > most.owned.size() ? other : most;
            }
            if (most.owned.size() <= own.owned.size() + 1) {
                return;
            }
            int busy = most.partition;
            Integer taken = most.owned.stream()
                    .filter(partition -> partition != busy)
                    .findFirst()
                    .orElseThrow();
            most.owned.remove(taken);
            own.owned.add(taken);
        }
    }

    private void born(int replica, double now) {
        if (meanLifeSeconds < Double.POSITIVE_INFINITY) {
            double life = -Math.log(1 - random.nextDouble()) * meanLifeSeconds;
            events.add(new Event(now + life, replica, replicas[replica].life, Kind.DEATH));
        }
        begin(replica, now);
    }

    /** Begins the next chunk, of the partitions in turn. */
    private void begin(int index, double now) {
        Replica replica = replicas[index];
        if (!replica.alive || replica.partition >= 0) {
            return;
        }
        for (int tried = 0; tried < replica.owned.size(); tried++) {
            int partition = replica.owned.get(replica.turn++ % replica.owned.size());
            if (next[partition] < chunks) {
                replica.partition = partition;
                double done = now + seconds.applyAsDouble(next[partition]);
                events.add(new Event(done, index, replica.life, Kind.DONE));
                return;
            }
        }
    }
}
