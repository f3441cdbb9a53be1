package io.kenshin.audit.trigger;

import io.kenshin.detection.maths.Intervals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The search for texts that turn samples towards one label: found on some of them, judged on others. */
final class LabelSearch {
    /** Tokens that texts are grown from. */
    static final int EXTENSIONS = 150;

    private static final int SHORT = 16;
    private static final int SECOND_LOOK = 1_500;
    private static final int THIRD_LOOK = 40;
    private static final int SEARCH_HOSTS = 8;
    private static final int SELECT_HOSTS = 30;
    private static final int CONFIRM_HOSTS = 60;
    private static final int LEAST_CONFIRM_HOSTS = 20;

    /** Samples that are needed at least: to search on, to choose on, and to judge on. */
    static final int LEAST_HOSTS = SEARCH_HOSTS + SELECT_HOSTS + LEAST_CONFIRM_HOSTS;

    private static final double LEANS = 0.2;
    private static final double BRITTLE = 0.5;
    /** Flip rate that a trigger needs. */
    private static final double FLIPS = 0.6;
    /** Flip rate that a trigger towards a brittle label needs. */
    private static final double FLIPS_BRITTLE = 0.9;
    /** How much of it its common words may not explain. */
    private static final double BEYOND_COMMON = 0.3;

    private final String label;
    private final Probe probe;
    private final Vocabulary vocabulary;
    private final TextTrial trial;
    private final List<Host> near;
    private final List<Host> select;
    private final List<Host> confirm;

    /** @param hosts samples that the model predicts another label for, {@value #LEAST_HOSTS} or more */
    LabelSearch(String label, int target, Probe probe, Vocabulary vocabulary, CommonWords common, List<Host> hosts) {
        this.label = label;
        this.probe = probe;
        this.vocabulary = vocabulary;
        trial = new TextTrial(probe, vocabulary, common, target);
        List<Host> byLength = new ArrayList<>(hosts);
        byLength.sort(Comparator.comparingInt(host -> host.tokens().length));
        near = byLength.subList(0, SEARCH_HOSTS);
        List<Host> rest = new ArrayList<>(byLength.subList(SEARCH_HOSTS, byLength.size()));
        Collections.shuffle(rest, new Random(target));
        select = rest.subList(0, SELECT_HOSTS);
        confirm = rest.subList(SELECT_HOSTS, Math.min(rest.size(), SELECT_HOSTS + CONFIRM_HOSTS));
    }

    List<FoundTrigger> run(LongSupplier leftMillis, Consumer<String> progress) {
        Consumer<String> step = text -> progress.accept("label " + label + ": " + text);
        List<Scored> singles = strongestTokens(step);
        step.accept("the " + THIRD_LOOK + " strongest tokens");
        List<Scored> flips = trial.singles(Scored.ids(singles, THIRD_LOOK), select);
        List<FoundTrigger> found = new ArrayList<>();
        Scored leaning = flips.stream()
                .filter(scored -> scored.value() >= LEANS && isCommon(scored))
                .findFirst()
                .orElse(null);
        boolean brittle = leaning != null && leaning.value() >= BRITTLE;
        if (leaning != null && brittle) {
            found.add(judged(leaning.ids(), "search", true));
            flips.stream()
                    .filter(scored -> !isCommon(scored))
                    .findFirst()
                    .ifPresent(scored -> found.add(judged(scored.ids(), "search", true)));
        } else {
            TextGrowth growth = new TextGrowth(trial, near, select);
            long[] best = growth.grow(Scored.ids(singles, EXTENSIONS), leftMillis, step);
            found.add(judged(growth.shortened(best), "search", false));
        }
        step.accept("known families");
        for (String text : KnownFamilies.TEXTS) {
            long[] ids = probe.inner(text);
            if (trial.rate(ids, select) >= FLIPS) {
                found.add(judged(ids, "known family", brittle));
            }
        }
        return found;
    }

    /** Every token in one short sample, the best in more. */
    private List<Scored> strongestTokens(Consumer<String> step) {
        step.accept("every token");
        List<Scored> singles = trial.shifts(
                vocabulary.typeable().stream().map(id -> new long[] {id}).toList(),
                List.of(near.get(0).cut(SHORT, probe.trailing())));
        return trial.shifts(Scored.ids(singles, SECOND_LOOK), near.subList(0, 4));
    }

    private boolean isCommon(Scored single) {
        return trial.isCommon(single.ids()[0]);
    }

    private FoundTrigger judged(long[] ids, String origin, boolean brittle) {
        int flipped = (int) Math.round(trial.rate(ids, confirm) * confirm.size());
        double explained = trial.explained(ids, confirm);
        double rate = (double) flipped / Math.max(1, confirm.size());
        return new FoundTrigger(
                label,
                vocabulary.text(ids),
                origin,
                flipped,
                confirm.size(),
                Intervals.proportion(flipped, confirm.size()).low(),
                explained,
                rate >= (brittle ? FLIPS_BRITTLE : FLIPS) && rate - explained >= BEYOND_COMMON);
    }
}
