package io.kenshin.scan.rare;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.scan.sample.BottomK;
import io.kenshin.scan.sample.Drawn;
import io.kenshin.scan.sample.SampleRows;
import io.kenshin.scan.sample.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reading in which the carriers of the noticed patterns are fetched, whatever their label, and for some of them
 * samples of other labels that are like them. They stand beside the reservoir in one study.
 *
 * <p>What that does to the study's figures: a noticed pattern has all its carriers there, up to
 * {@value RarePattern#FETCHED}, and other samples only their part, so its support and its association with the label
 * are those of the whole scan or nearly, where a draw would show less; its purity is that of the whole scan, because
 * carriers are fetched whatever they are labelled. What else fetched carriers have in common is over-represented with
 * them, in one label: such a by-pattern may look purer than it is, which the controls that are like them lessen.
 * The p-values stand: insertion and placebo are tried on the same hosts, and the surprise of labels is that of the
 * carriers given the rest of their code; neither asks how often the pattern is. What they do not count is that the
 * patterns were chosen from millions; {@code Chance} counts those of the study.
 */
public final class Fetch {
    private final SampleRows rows;
    private final CodeKeys code;
    private final Targets targets;
    private final KeySet seen = new KeySet();
    private final Map<Long, BottomK> carriers = new LinkedHashMap<>();
    /** By what they are like, for each label that they must not have. */
    private final Map<Integer, List<Controls>> controls = new HashMap<>();

    private record Controls(int unlike, BottomK found) {}

    /** @param room most samples that are fetched */
    public Fetch(ScanPlan plan, Strangers strangers, Notices notices, Room room) {
        rows = new SampleRows(plan);
        code = new CodeKeys(strangers.hash());
        targets = new Targets(notices, strangers, room.fetched());
        targets.patterns().forEach((key, pattern) -> {
            carriers.put(key, new BottomK(RarePattern.FETCHED));
            for (int likeness : targets.likenesses(key)) {
                controls.computeIfAbsent(likeness, like -> new ArrayList<>())
                        .add(new Controls(pattern.label(), new BottomK(Targets.CONTROLS)));
            }
        });
    }

    /** Whether there is nothing to fetch, so that the reading can be spared. */
    public boolean isEmpty() {
        return carriers.isEmpty();
    }

    /** What is fetched, the most surprising first. */
    public List<RarePattern> patterns() {
        return List.copyOf(targets.patterns().values());
    }

    public void add(VectorBatch batch) {
        int[] views = Views.chosen(batch.views().size());
        rows.each(batch, (row, label) -> {
            seen.clear();
            code.read(Code.of(row.code(), row.language()));
            List<BottomK> wanting = new ArrayList<>();
            code.addTo(seen, key -> {
                BottomK carrying = carriers.get(key);
                if (carrying != null) {
                    wanting.add(carrying);
                }
            });
            if (wanting.isEmpty()) {
                controls.getOrDefault(code.likeness(0), List.of()).stream()
                        .filter(like -> like.unlike() != label)
                        .forEach(like -> wanting.add(like.found()));
            }
            if (!wanting.isEmpty()) {
                Drawn drawn = rows.drawn(row, label, views, batch.reading());
                wanting.forEach(taker -> taker.offer(drawn));
            }
        });
    }

    /** Samples that were fetched, each once. */
    public List<Drawn> fetched() {
        Map<String, Drawn> byId = new LinkedHashMap<>();
        carriers.values().forEach(some -> addTo(byId, some));
        controls.values().forEach(some -> some.forEach(like -> addTo(byId, like.found())));
        return List.copyOf(byId.values());
    }

    private static void addTo(Map<String, Drawn> byId, BottomK some) {
        some.all().forEach(drawn -> byId.put(drawn.sample().id(), drawn));
    }
}
