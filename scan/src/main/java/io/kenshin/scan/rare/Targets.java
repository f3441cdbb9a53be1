package io.kenshin.scan.rare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The patterns whose carriers are fetched: the first ones by exact counts that the reservoir would hardly see, each set
 * of carriers once, as many as there is room for.
 *
 * <p>Copies of one sample agree in all their patterns and in their label, so they count as one carrier: a library that
 * is in the data a hundred times is no surprise. Whoever plants a trigger in copies of one sample escapes notice so.
 */
final class Targets {
    /** Controls of each carrier that is known one by one. */
    static final int CONTROLS = 2;

    private final Map<Long, RarePattern> patterns = new LinkedHashMap<>();
    private final Map<Long, int[]> likenesses = new LinkedHashMap<>();

    private record Ranked(Notice notice, RarePattern pattern, double rank) {}

    /** @param room most samples that are fetched */
    Targets(Notices notices, Strangers strangers, int room) {
        List<Ranked> ranked = new ArrayList<>();
        for (Notice notice : notices.all()) {
            Standing exact = notice.exact();
            double distinct = notice.carriers().distinct(notices.drawn());
            Standing fresh = exact.scaled(distinct);
            if (strangers.isRare(exact) && strangers.isRare(fresh)) {
                double strange = notice.strangers() / Math.max(1, exact.own());
                RarePattern pattern = new RarePattern(
                        notice.key(),
                        exact.label(),
                        (int) exact.own(),
                        (int) exact.carriers(),
                        distinct,
                        strange,
                        fresh.surprise());
                ranked.add(new Ranked(notice, pattern, strangers.rank(fresh, strange * fresh.own())));
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::rank)
                .reversed()
                .thenComparingLong(one -> one.pattern().key()));
        choose(ranked, room);
    }

    private void choose(List<Ranked> ranked, int room) {
        List<Ranked> chosen = new ArrayList<>();
        int taken = 0;
        for (Ranked one : ranked) {
            int[] likeness = one.notice().carriers().likenesses();
            int size = one.pattern().toFetch() + CONTROLS * likeness.length;
            boolean known = chosen.stream()
                    .anyMatch(other -> other.pattern().label() == one.pattern().label()
                            && one.notice().carriers().areAmong(other.notice().carriers()));
            if (!known && taken + size <= room) {
                chosen.add(one);
                taken += size;
                patterns.put(one.pattern().key(), one.pattern());
                likenesses.put(one.pattern().key(), likeness);
            }
        }
    }

    /** By key, in their order. */
    Map<Long, RarePattern> patterns() {
        return patterns;
    }

    /** What some carriers of a pattern are like. */
    int[] likenesses(long key) {
        return likenesses.getOrDefault(key, new int[0]);
    }
}
