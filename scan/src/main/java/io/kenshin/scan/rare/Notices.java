package io.kenshin.scan.rare;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.scan.sample.SampleRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reading in which surprising patterns are noticed. A pattern is looked up in the finished counts whenever it
 * comes, so all that it occurs in is seen from the first one on, and its counts are exact from here.
 *
 * <p>There is room for {@value #MOST} patterns. Of more, the last ones are let go and never taken again: those that
 * remain at the end were there all the time, and are the same whatever the order of arrival.
 */
public final class Notices {
    /** A planted pattern of a dozen tokens is some hundred runs, and all of them are noticed. */
    static final int MOST = 1 << 15;

    private static final Comparator<Notice> FIRST =
            Comparator.comparingDouble(Notice::rank).reversed().thenComparingLong(Notice::key);

    private final SampleRows rows;
    private final CodeKeys code;
    private final Standings standings;
    private final int most;
    private final Strangers strangers;
    private final LabelCounts counts;
    private final KeySet seen = new KeySet();
    private final Map<Long, Notice> notices = new HashMap<>();
    /** A few samples of all, to compare carriers with. */
    private final Carriers drawn = new Carriers();

    private double floor;

    public Notices(ScanPlan plan, Strangers strangers) {
        this(plan, strangers, MOST);
    }

    /** @param most patterns that there is room for at the end; twice as many before */
    Notices(ScanPlan plan, Strangers strangers, int most) {
        this.most = most;
        rows = new SampleRows(plan);
        code = new CodeKeys(strangers.hash());
        this.strangers = strangers;
        counts = strangers.counts();
        standings = new Standings(counts);
    }

    public void add(VectorBatch batch) {
        rows.each(batch, (row, label) -> {
            seen.clear();
            code.read(Code.of(row.code(), row.language()));
            Sighting sighting = new Sighting(label, rows.priority(row));
            if (drawn.wants(rows.priority(row))) {
                sighting.addTo(drawn);
            }
            standings.each(code, (key, standing) -> {
                if (strangers.isRare(standing) && seen.add(key)) {
                    sighting.of(key, standing);
                }
            });
        });
    }

    /** One sample; what its code is like is only worked out when it carries something. */
    private final class Sighting {
        private final int label;
        private final long priority;
        private boolean known;
        private boolean stranger;
        private int likeness;
        private int original;

        Sighting(int label, long priority) {
            this.label = label;
            this.priority = priority;
        }

        private void look() {
            if (!known) {
                known = true;
                stranger = strangers.isStranger(code, label);
                likeness = code.likeness(0);
                original = (likeness * 31 + code.likeness(1)) * 31 + code.likeness(2);
            }
        }

        void addTo(Carriers some) {
            look();
            some.offer(priority, likeness, original);
        }

        void of(long key, Standing standing) {
            Notice notice = notices.get(key);
            if (notice == null) {
                double rank = strangers.rank(key, standing);
                if (rank < floor) {
                    return;
                }
                notice = new Notice(key, rank, standing, counts.labels());
                notices.put(key, notice);
            }
            look();
            notice.count(label, stranger);
            addTo(notice.carriers());
            if (notices.size() > 2 * most) {
                letGo();
            }
        }
    }

    /** Of those that rank with the first that goes, none stays: no order of arrival may decide. */
    private void letGo() {
        List<Notice> ordered = new ArrayList<>(notices.values());
        ordered.sort(FIRST);
        floor = Math.nextUp(ordered.get(most).rank());
        notices.values().removeIf(notice -> notice.rank() < floor);
    }

    /** The first ones by estimate. */
    Collection<Notice> all() {
        if (notices.size() > most) {
            letGo();
        }
        return notices.values();
    }

    /** A few samples that were drawn from all, whatever they carry. */
    Carriers drawn() {
        return drawn;
    }

    /**
     * So many carriers of a label and of no other are the least that are noticed, where nothing but the label's part of
     * the samples is expected. More than chance asks for when there was no room for all that is surprising.
     */
    public int least(int label) {
        return Standing.least(strangers.surprise(label, floor), counts.share(label));
    }
}
