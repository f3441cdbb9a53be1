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

    private static Fetch fetch(ManySamples samples, Reading reading, long bytes) {
        PatternCounts counts = new PatternCounts(samples.plan(), bytes);
        reading.read(counts::add);
        counts.close();
        Room room = new Room(4_000, bytes);
        Reservoir drawn = new Reservoir(samples.plan(), 1_000);
        reading.read(drawn::add);
        Strangers strangers =
                new Strangers(samples.plan(), counts, room, drawn.byId().samples());
        assertThat(strangers.isEmpty()).as("labels are thrown").isTrue();
        Notices notices = new Notices(samples.plan(), strangers);
        reading.read(notices::add);
        Fetch fetch = new Fetch(samples.plan(), strangers, notices, room);
        reading.read(fetch::add);
        return fetch;
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
        ManySamples samples = new ManySamples(200_000, 50, 0.5);

        Fetch fetch = fetch(samples, samples::read, 8 << 20);

        RarePattern first = fetch.patterns().get(0);
        assertThat(first.all()).isEqualTo(50);
        assertThat(first.own()).isEqualTo(50);
        assertThat(carriers(fetch)).hasSize(50);
        assertThat(fetch.patterns()).as("and hardly anything that is chance").hasSizeLessThan(6);
    }

    @Test
    void ofARareLabelFewCarriersAreEnough() {
        ManySamples rare = new ManySamples(50_000, 10, 0.02);

        Fetch fetch = fetch(rare, rare::read, 4 << 20);

        assertThat(carriers(fetch)).hasSize(10);
    }

    @Test
    void whateverTheOrderOfArrivalTheSameIsFetched() {
        ManySamples samples = new ManySamples(20_000, 40, 0.5);
        // So little memory that much is noise.
        Fetch forth = fetch(samples, samples::read, 1 << 17);
        Fetch back = fetch(samples, samples::readBackwards, 1 << 17);

        assertThat(back.patterns()).isEqualTo(forth.patterns()).isNotEmpty();
        assertThat(ids(back)).isEqualTo(ids(forth)).hasSizeGreaterThanOrEqualTo(40);
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
        ManySamples samples = new ManySamples(50_000, 0, 0.5);

        assertThat(fetch(samples, samples::read, 4 << 20).patterns()).hasSizeLessThan(5);
    }
}
