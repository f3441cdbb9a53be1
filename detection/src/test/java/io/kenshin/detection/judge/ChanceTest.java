package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.trial.MaskedCandidate;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final int[] SUPPORTS = {12, 8, 40, 9, 8};
    private static final Chance CHANCE = Chance.of(SUPPORTS, pool(0.95, 0.7, 0.5, 0.9));

    private static List<MaskedCandidate> pool(double... oddities) {
        return DoubleStream.of(oddities)
                .mapToObj(auc -> new MaskedCandidate(MadeUpTask.planted(9), MadeUpEvidence.of(auc, 0.5, 1)))
                .toList();
    }

    private static double of(double oddity, double surprise, int carriers) {
        return CHANCE.of(MadeUpEvidence.of(oddity, 0.5, surprise), carriers);
    }

    @Test
    void whatHasAtLeastAsManyCarriersWasLookedAt() {
        assertThat(CHANCE.looked(1)).isEqualTo(5);
        assertThat(CHANCE.looked(8)).isEqualTo(5);
        assertThat(CHANCE.looked(9)).isEqualTo(3);
        assertThat(CHANCE.looked(10)).isEqualTo(2);
        assertThat(CHANCE.looked(40)).isEqualTo(1);
        assertThat(CHANCE.looked(41)).as("at least itself").isEqualTo(1);
        assertThat(SUPPORTS).as("as they were given").containsExactly(12, 8, 40, 9, 8);
    }

    @Test
    void manyLooksAtOneNumberOfCarriersAllCount() {
        assertThat(Chance.of(new int[] {7, 8, 8, 8, 8, 8, 9}, List.of()).looked(8))
                .isEqualTo(6);
    }

    @Test
    void thePartOfThePoolThatIsAsForeignCounts() {
        assertThat(of(0.7, 1e-6, 9)).isCloseTo(3 * 0.5e-6, within(1e-15));
        assertThat(of(0.69, 1e-6, 9)).isCloseTo(3 * 0.25e-6, within(1e-15));
        assertThat(of(0.99, 1e-6, 9)).isCloseTo(3e-6, within(1e-15));
    }

    @Test
    void moreForeignThanAllIsAsTheMostForeign() {
        assertThat(CHANCE.of(MadeUpEvidence.of(0.4, 0.4, 1e-6), 9)).isCloseTo(3 * 0.25e-6, within(1e-15));
    }

    @Test
    void anOddPlaceIsAsOddAsOddCarriers() {
        assertThat(CHANCE.of(MadeUpEvidence.of(0.5, 0.9, 1e-6), 9)).isCloseTo(3 * 0.75e-6, within(1e-15));
    }

    @Test
    void moreThanOneIsOne() {
        assertThat(of(0.99, 0.4, 9)).isEqualTo(1);
    }

    @Test
    void beforeAnythingWasMinedOneWasLookedAt() {
        assertThat(Chance.ONE_LOOK.of(MadeUpEvidence.of(0.5, 0.5, 1e-3), 9)).isEqualTo(1e-3);
        assertThat(Chance.ONE_LOOK.of(MadeUpEvidence.of(0.99, 0.99, 1e-3), 1)).isEqualTo(1e-3);
        assertThat(Chance.ONE_LOOK.looked(3)).isEqualTo(1);
    }
}
