package io.kenshin.scan;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.scan.rare.Fetch;
import io.kenshin.scan.rare.Notices;
import io.kenshin.scan.rare.RarePattern;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.scan.sample.Reservoir;
import java.util.List;
import java.util.stream.IntStream;

/** The samples that an investigation looks at, and how they came to be chosen. */
public final class Choice {
    private final ChosenSamples drawn;
    private final Reservoir reservoir;
    private final List<RarePattern> rare;
    private final List<Integer> least;

    private Choice(ChosenSamples drawn, Reservoir reservoir, List<RarePattern> rare, List<Integer> least) {
        this.drawn = drawn;
        this.reservoir = reservoir;
        this.rare = List.copyOf(rare);
        this.least = List.copyOf(least);
    }

    static Choice ofAll(Reservoir reservoir) {
        return new Choice(reservoir.byId(), reservoir, List.of(), List.of());
    }

    static Choice of(ScanPlan plan, Reservoir reservoir, Notices notices, Fetch fetch) {
        ChosenSamples drawn = reservoir.byId();
        reservoir.include(fetch.fetched());
        List<Integer> least = IntStream.range(0, plan.labels().size())
                .mapToObj(notices::least)
                .toList();
        return new Choice(drawn, reservoir, fetch.patterns(), least);
    }

    /** In the order of their ids: the same whatever the order of arrival. */
    public ChosenSamples byId() {
        return reservoir.byId();
    }

    /** In the order in which they came, for a caller to whom that order is fixed. */
    public ChosenSamples asTheyCame() {
        return reservoir.asTheyCame();
    }

    /** Those that were drawn, without those that were looked for: what the scan's samples are like. */
    public ChosenSamples drawn() {
        return drawn;
    }

    /** Whether every sample of the scan is looked at. */
    public boolean isAll() {
        return least.isEmpty();
    }

    /** Patterns that were noticed among all samples, the most surprising first. */
    public List<RarePattern> rare() {
        return rare;
    }

    /**
     * The fewest carriers, all of one label, with which a pattern could have been noticed, by that label; empty when
     * every sample is looked at.
     */
    public List<Integer> least() {
        return least;
    }
}
