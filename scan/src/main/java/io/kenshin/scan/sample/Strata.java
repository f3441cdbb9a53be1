package io.kenshin.scan.sample;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A bounded choice in which every stratum has as many samples as any other, or all that it has: what is rare is not
 * lost among what is frequent.
 *
 * <p>When there is one sample too many, the largest stratum gives up its last one; of equally large ones, that whose
 * hash is greatest. A stratum's part therefore never grows back, so nothing is ever missed that was given up, and the
 * choice is the same whatever the order of arrival.
 */
final class Strata {
    private static final Comparator<Stratum> BY_SIZE = Comparator.comparingInt(Stratum::size)
            .thenComparingLong(stratum -> stratum.hash)
            .thenComparing(stratum -> stratum.name);

    private final int most;
    private final SaltedHash hash;
    private final Map<String, Stratum> byName = new HashMap<>();
    private final TreeSet<Stratum> bySize = new TreeSet<>(BY_SIZE);
    private int held;

    private static final class Stratum {
        private final String name;
        private final long hash;
        private final PriorityQueue<Drawn> kept = new PriorityQueue<>(Drawn.ORDER.reversed());

        Stratum(String name, long hash) {
            this.name = name;
            this.hash = hash;
        }

        int size() {
            return kept.size();
        }
    }

    /** @param hash of the strata's names: of many, each with one sample, not always the same come first */
    Strata(int most, SaltedHash hash) {
        this.most = most;
        this.hash = hash;
    }

    void offer(Drawn drawn) {
        String name = drawn.stratum();
        Stratum stratum = byName.computeIfAbsent(name, key -> new Stratum(key, hash.of(key)));
        bySize.remove(stratum);
        stratum.kept.add(drawn);
        bySize.add(stratum);
        held++;
        if (held > most) {
            giveUp(bySize.last());
        }
    }

    private void giveUp(Stratum stratum) {
        bySize.remove(stratum);
        stratum.kept.poll();
        held--;
        if (stratum.kept.isEmpty()) {
            byName.remove(stratum.name);
        } else {
            bySize.add(stratum);
        }
    }

    /** Hands over what is kept, in no order. */
    void each(Consumer<Drawn> taker) {
        byName.values().forEach(stratum -> stratum.kept.forEach(taker));
    }
}
