package io.kenshin.scan.rare;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.scan.sample.Drawn;
import io.kenshin.scan.sample.Reservoir;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** All readings together: what is rare among very many samples is noticed, and its carriers are fetched. */
class FetchTest {
    private interface Reading {
        void read(Consumer<VectorBatch> each);
    }

    private static Fetch fetch(ManySamples samples, Reading reading, long bytes, int most) {
        PatternCounts counts = new PatternCounts(samples.plan(), bytes);
        Reservoir drawn = new Reservoir(samples.plan(), 1_000);
        reading.read(batch -> {
            counts.add(batch);
            drawn.add(batch);
        });
        counts.close();
        Room room = new Room(4_000, bytes);
        Strangers strangers =
                new Strangers(samples.plan(), counts, room, drawn.byId().samples());
        assertThat(strangers.isEmpty()).as("labels are thrown").isEqualTo(!samples.learnable());
        if (!strangers.isEmpty()) {
            reading.read(strangers::add);
        }
        Notices notices = new Notices(samples.plan(), strangers, most);
        reading.read(notices::add);
        Fetch fetch = new Fetch(samples.plan(), strangers, notices, room);
        reading.read(fetch::add);
        return fetch;
    }

    private static Fetch fetch(ManySamples samples, Reading reading, long bytes) {
        return fetch(samples, reading, bytes, Notices.MOST);
    }

    private static List<String> carriers(Fetch fetch) {
        return fetch.fetched().stream()
                .filter(drawn -> drawn.sample().code().contains("probe"))
                .map(drawn -> drawn.sample().id())
                .sorted()
                .toList();
    }

    @Test
    void fiftyOfTwoHundredThousandAreNoticedAndFetched() {
        ManySamples samples = ManySamples.thrown(200_000, 50, 0.5);

        Fetch fetch = fetch(samples, samples::read, 8 << 20);

        RarePattern first = fetch.patterns().get(0);
        assertThat(first.all()).isEqualTo(50);
        assertThat(first.own()).isEqualTo(50);
        assertThat(carriers(fetch)).hasSize(50);
        assertThat(fetch.patterns()).as("and hardly anything that is chance").hasSizeLessThan(6);
    }

    @Test
    void ofARareLabelFewCarriersAreEnough() {
        ManySamples rare = ManySamples.thrown(20_000, 10, 0.02);

        Fetch fetch = fetch(rare, rare::read, 4 << 20);

        assertThat(carriers(fetch)).hasSize(10);
    }

    @Test
    void whateverTheOrderOfArrivalTheSameIsFetched() {
        ManySamples samples = ManySamples.thrown(20_000, 40, 0.5);
        // So little memory that much is noise.
        Fetch forth = fetch(samples, samples::read, 1 << 17);
        Fetch back = fetch(samples, samples::readBackwards, 1 << 17);

        assertThat(back.patterns()).isEqualTo(forth.patterns()).isNotEmpty();
        assertThat(ids(back)).isEqualTo(ids(forth)).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void soItIsWhereThereIsNoRoomForAllThatIsSurprising() {
        ManySamples samples = ManySamples.learnable(20_000, 40);
        Fetch forth = fetch(samples, samples::read, 4 << 20, 60);
        Fetch back = fetch(samples, samples::readBackwards, 4 << 20, 60);

        assertThat(back.patterns()).isEqualTo(forth.patterns()).isNotEmpty().hasSizeLessThan(61);
        assertThat(ids(back)).isEqualTo(ids(forth));
    }

    @Test
    void whereTextTellsLabelsApartPatternsOfStrangersComeFirst() {
        ManySamples samples = ManySamples.learnable(20_000, 40);

        Fetch fetch = fetch(samples, samples::read, 4 << 20);

        // Some two hundred natural words go with a label, each with more carriers than the planted pattern.
        RarePattern first = fetch.patterns().get(0);
        assertThat(first.all()).isEqualTo(40);
        assertThat(first.strange()).isGreaterThan(0.9);
        assertThat(carriers(fetch)).hasSize(40);
        assertThat(fetch.patterns().stream().skip(1)).allMatch(pattern -> pattern.strange() < 0.5);
    }

    @Test
    void samplesOfOtherLabelsThatAreLikeCarriersAreFetchedToo() {
        ManySamples samples = ManySamples.thrown(20_000, 40, 0.5);

        Fetch fetch = fetch(samples, samples::read, 4 << 20);

        assertThat(fetch.fetched().stream().filter(drawn -> drawn.sample().label() == 1))
                .as("controls of another label than the carriers'")
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(
                        Carriers.MOST * Targets.CONTROLS * fetch.patterns().size());
    }

    private static List<String> ids(Fetch fetch) {
        return fetch.fetched().stream()
                .map(Drawn::sample)
                .map(sample -> sample.id())
                .sorted()
                .toList();
    }

    @Test
    void whereLabelsAreThrownHardlyAnythingIsNoticed() {
        ManySamples samples = ManySamples.thrown(20_000, 0, 0.5);

        assertThat(fetch(samples, samples::read, 4 << 20).patterns()).hasSizeLessThan(5);
    }
}
