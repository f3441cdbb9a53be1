package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.trial.CarrierEvidence.Compared;
import org.junit.jupiter.api.Test;

class CarrierEvidenceTest {
    private static final Compared RANDOM =
            new Compared(new Exchangeability.Result(0.7, 0.9, 40), new Placement.Result(0.9, 0.55, 0.8, 40, 200));
    private static final Compared NEAR =
            new Compared(new Exchangeability.Result(0.6, 1, 40), new Placement.Result(0.64, 0.51, 0.8, 40, 100));

    private static CarrierEvidence evidence(double share) {
        return new CarrierEvidence(RANDOM, NEAR, 1e-9, share);
    }

    @Test
    void theControlsThatAreMoreLikeCarriersCount() {
        assertThat(evidence(0.1).otherAuc()).isEqualTo(0.6);
        assertThat(new CarrierEvidence(NEAR, RANDOM, 1e-9, 0.1).otherAuc()).isEqualTo(0.6);
    }

    @Test
    void ofAQuarterOfALabelFirstPlacesStillExplainAPlace() {
        assertThat(evidence(0.25).placementAuc()).isEqualTo(0.55);
        assertThat(evidence(0.25).placementAucUpper())
                .isEqualTo(RANDOM.placement().upper(0.55))
                .isGreaterThan(0.55);
    }

    @Test
    void ofMoreThanThatOnlyRandomPlacesDo() {
        assertThat(evidence(0.2501).placementAuc()).isEqualTo(0.9);
        assertThat(evidence(0.2501).placementAucUpper())
                .isEqualTo(RANDOM.placement().upper(0.9));
    }

    @Test
    void inTheNearestSamplesOnlyRandomPlacesDo() {
        assertThat(evidence(0.1).nearPlacementAucUpper())
                .isEqualTo(NEAR.placement().upper(0.64));
    }

    @Test
    void howOddItIsRandomSamplesSay() {
        assertThat(evidence(0.1).oddity()).isEqualTo(0.7);
        assertThat(evidence(0.5).oddity()).isEqualTo(0.9);
    }
}
