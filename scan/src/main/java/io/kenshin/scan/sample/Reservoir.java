package io.kenshin.scan.sample;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bounded choice of a scan's samples: all of them when they fit, else exactly as many as there is room for, the same
 * ones whatever the order of arrival. Half of them are drawn from all samples alike, so that frequencies are seen as
 * they are; the rest is shared out evenly among the pairs of label and source, so that a rare one is not lost.
 *
 * <p>The draw is salted with the scan's id: a scan of the same data tomorrow looks elsewhere.
 */
public final class Reservoir {
    /** As many samples as an investigation looks at where nobody says otherwise. */
    public static final int MOST = 16_000;

    private final boolean all;
    private final SampleRows rows;
    private final List<Drawn> arrived = new ArrayList<>();
    private final BottomK alike;
    private final Strata strata;
    private final Map<String, Drawn> beside = new HashMap<>();
    private List<String> views = List.of();

    /** @param most how many samples are kept */
    public Reservoir(ScanPlan plan, int most) {
        all = plan.samples() <= most;
        rows = new SampleRows(plan);
        alike = new BottomK((most + 1) / 2);
        strata = new Strata(most / 2, new SaltedHash(plan.scanId()).other(0));
    }

    public void add(VectorBatch batch) {
        int[] chosen = Views.chosen(batch.views().size());
        if (views.isEmpty()) {
            views = Views.names(batch.views());
        }
        rows.each(batch, (row, label) -> draw(rows.drawn(row, label, chosen, batch.reading())));
    }

    private void draw(Drawn drawn) {
        if (all) {
            arrived.add(drawn);
            return;
        }
        // What there is no room for among all samples alike may still be rare.
        @Nullable Drawn left = alike.offer(drawn);
        if (left != null) {
            strata.offer(left);
        }
    }

    /** Puts samples beside the choice that were looked for; those that are in it already are in it once. */
    public void include(Collection<Drawn> fetched) {
        fetched.forEach(drawn -> beside.put(drawn.sample().id(), drawn));
    }

    /** In the order of their ids: the same whatever the order of arrival. */
    public ChosenSamples byId() {
        return chosen(Comparator.comparing(drawn -> drawn.sample().id()));
    }

    /** In the order in which they came, for a caller to whom that order is fixed. */
    public ChosenSamples asTheyCame() {
        return chosen(Comparator.comparingInt(Drawn::arrival));
    }

    private ChosenSamples chosen(Comparator<Drawn> order) {
        List<Drawn> kept = new ArrayList<>(arrived);
        kept.addAll(alike.all());
        strata.each(kept::add);
        Map<String, Drawn> more = new HashMap<>(beside);
        kept.forEach(drawn -> more.remove(drawn.sample().id()));
        kept.addAll(more.values());
        kept.sort(order);
        Map<String, String> sources = new HashMap<>();
        List<Sample> samples = new ArrayList<>(kept.size());
        for (Drawn drawn : kept) {
            samples.add(drawn.sample());
            if (drawn.source() != null) {
                sources.put(drawn.sample().id(), drawn.source());
            }
        }
        return new ChosenSamples(samples, views, sources);
    }
}
