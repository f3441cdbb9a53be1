package io.kenshin.scan.sample;

import java.util.Collection;
import java.util.Collections;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The so many samples of least priority among those that were offered, whatever their order. */
public final class BottomK {
    private final int most;
    private final PriorityQueue<Drawn> kept = new PriorityQueue<>(Drawn.ORDER.reversed());

    public BottomK(int most) {
        this.most = most;
    }

    /** @return the one that there is no room for, which may be the one that was offered; null when there was room */
    public @Nullable Drawn offer(Drawn drawn) {
        Drawn last = kept.peek();
        if (kept.size() == most && (last == null || Drawn.ORDER.compare(drawn, last) > 0)) {
            return drawn;
        }
        kept.add(drawn);
        return kept.size() > most ? kept.poll() : null;
    }

    public int size() {
        return kept.size();
    }

    /** In no order. */
    public Collection<Drawn> all() {
        return Collections.unmodifiableCollection(kept);
    }
}
