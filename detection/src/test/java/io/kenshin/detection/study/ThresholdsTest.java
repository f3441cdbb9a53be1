package io.kenshin.detection.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.trial.Exchangeability;
import io.kenshin.detection.trial.SequentialRatio;
import org.junit.jupiter.api.Test;

/** The numbers of the published figures, one by one: whoever changes one has to measure again. */
class ThresholdsTest {
    private static final Thresholds DEFAULTS = Thresholds.DEFAULTS;

    @Test
    void whatMayBeSpent() {
        Thresholds.Spending spending = DEFAULTS.spending();

        assertThat(spending.trials()).isEqualTo(24);
        assertThat(spending.candidates()).isEqualTo(40);
        assertThat(spending.probes()).isEqualTo(1);
        assertThat(spending.leastProbes()).isEqualTo(1_500);
        assertThat(spending.reserve()).isEqualTo(0.25);
        assertThat(spending.screen()).isEqualTo(8);
        assertThat(spending.permutations()).isEqualTo(40);
    }

    @Test
    void whatIsMined() {
        Thresholds.Mining mining = DEFAULTS.mining();

        assertThat(mining.support()).isEqualTo(5);
        assertThat(mining.samplesPerSupport()).isEqualTo(400);
        assertThat(mining.pool()).isEqualTo(80);
        assertThat(mining.samplesPerCandidate()).isEqualTo(25);
        assertThat(mining.clusters()).isEqualTo(12);
        assertThat(mining.shortcuts()).isEqualTo(10);
        assertThat(mining.same()).isEqualTo(0.8);
    }

    @Test
    void whichClustersAreTakenApart() {
        Thresholds.Occlusion occlusion = DEFAULTS.occlusion();

        assertThat(occlusion.clusters()).isEqualTo(12);
        assertThat(occlusion.same()).isEqualTo(0.6);
        assertThat(occlusion.explained()).isEqualTo(0.6);
        assertThat(occlusion.largest()).isEqualTo(0.4);
        assertThat(occlusion.ownLabel()).isEqualTo(0.6);
        assertThat(occlusion.least()).isEqualTo(8);
        assertThat(occlusion.members()).isEqualTo(new Thresholds.Members(4, 24));
    }

    @Test
    void whatProves() {
        Thresholds.Proof proof = DEFAULTS.proof();

        assertThat(proof.flipRate()).isEqualTo(0.8);
        assertThat(proof.removalRate()).isEqualTo(0.5);
        assertThat(proof.beyond()).isEqualTo(0.3);
        assertThat(proof.carriers()).isEqualTo(8);
        assertThat(proof.q()).isEqualTo(0.01);
        assertThat(proof.precise()).isEqualTo(0.85);
        assertThat(proof.plain()).isEqualTo(new SequentialRatio.Rates(0.5, 0.85, 0.01));
    }

    @Test
    void whatCarriersAreWithoutATrigger() {
        assertThat(DEFAULTS.context()).isEqualTo(new Thresholds.Context(0.06, 0.85, 0.9, 0.95));
    }

    @Test
    void whatDecidesAboutFindingsTogether() {
        Thresholds.Rules rules = DEFAULTS.rules();

        assertThat(rules.explained()).isEqualTo(0.8);
        assertThat(rules.chance()).isEqualTo(0.05);
        assertThat(rules.jointFlips()).isEqualTo(0.5);
        assertThat(rules.parents()).isEqualTo(new Thresholds.Parents(0.7, 0.15, 3, 40));
        assertThat(rules.carriers()).isEqualTo(new Thresholds.Carriers(0.95, 0.25, 0.70));
    }

    @Test
    void whichNeighboursAreCarriersToo() {
        assertThat(DEFAULTS.recall()).isEqualTo(new Thresholds.Recall(16, 320, 0.25, 4, 3));
    }

    @Test
    void whatATeamSetsIsTakenAndNothingElseChanges() {
        Thresholds set = Thresholds.of(new Careful());

        assertThat(set.spending()).isEqualTo(new Thresholds.Spending(48, 10, 0.5, 1_500, 0.25, 8, 40));
        assertThat(set.occlusion().clusters()).isEqualTo(3);
        assertThat(set.proof().flipRate()).isEqualTo(0.9);
        assertThat(set.proof().removalRate()).isEqualTo(0.7);
        assertThat(set.proof().q()).isEqualTo(0.001);
        assertThat(set.context()).isEqualTo(new Thresholds.Context(0.2, 0.75, 0.9, 0.95));
        assertThat(set.mining()).isEqualTo(DEFAULTS.mining());
        assertThat(set.rules()).isEqualTo(DEFAULTS.rules());
        assertThat(set.recall()).isEqualTo(DEFAULTS.recall());
    }

    @Test
    void aPartMayBeExchangedForAnother() {
        Thresholds.Context strict = new Thresholds.Context(0.3, 0.6, 0.7, 0.8);
        Thresholds.Proof none =
                new Thresholds.Proof(0, 0, 0, 1, 1, 0, DEFAULTS.proof().plain());

        assertThat(DEFAULTS.withContext(strict).context()).isEqualTo(strict);
        assertThat(DEFAULTS.withContext(strict).proof()).isEqualTo(DEFAULTS.proof());
        assertThat(DEFAULTS.withProof(none).proof()).isEqualTo(none);
        assertThat(DEFAULTS.withProof(none).context()).isEqualTo(DEFAULTS.context());
    }

    @Test
    void theBudgetGrowsWithTheDataFromALeastOneOn() {
        assertThat(DEFAULTS.spending().most(10)).isEqualTo(1_500);
        assertThat(DEFAULTS.spending().most(1_500)).isEqualTo(1_500);
        assertThat(DEFAULTS.spending().most(1_501)).isEqualTo(1_501);
        assertThat(Thresholds.of(new Careful()).spending().most(9_001)).isEqualTo(4_500);
    }

    @Test
    void aTriggerFlipsSoFarBeyondOrdinaryCode() {
        assertThat(DEFAULTS.proof().isBeyond(0.75, 0.25)).isTrue();
        assertThat(DEFAULTS.proof().isBeyond(0.3, 0)).isTrue();
        assertThat(DEFAULTS.proof().isBeyond(0.29, 0)).isFalse();
        assertThat(DEFAULTS.proof().isBeyond(1, 0.75)).isFalse();
    }

    @Test
    void foreignIsWhatHasTheGapAndIsNotTooUnlikeOtherLabels() {
        Thresholds.Context context = DEFAULTS.context();

        assertThat(context.isForeign(0.06, 0.85)).isTrue();
        assertThat(context.isForeign(0.0599, 0.85)).isFalse();
        assertThat(context.isForeign(0.06, 0.8501)).isFalse();
    }

    @Test
    void foreignIsSaidOfTheAucWithItsStandardError() {
        // Of three carriers an AUC of 0.8 may as well be one of 0.9; of 160 it may not.
        assertThat(DEFAULTS.context().isForeign(new Exchangeability.Result(0.8, 0.95, 1, 3)))
                .isFalse();
        assertThat(DEFAULTS.context().isForeign(new Exchangeability.Result(0.8, 0.95, 1, 160)))
                .isTrue();
    }

    @Test
    void naturalIsWhatHasHardlyAGapOrIsPlainlyUnlikeOtherLabels() {
        Thresholds.Context context = new Thresholds.Context(0.5, 0.5, 0.9, 0.75);

        assertThat(context.isNatural(new Exchangeability.Result(0.5, 0.75, 1, 40)))
                .isFalse();
        assertThat(context.isNatural(new Exchangeability.Result(0.5, 0.74, 1, 40)))
                .isTrue();
        assertThat(context.isNatural(new Exchangeability.Result(0.75, 1, 1, 40)))
                .isFalse();
        assertThat(context.isNatural(new Exchangeability.Result(0.76, 1.1, 1, 40)))
                .isTrue();
    }

    @Test
    void doubtfulIsWhatHasTwiceTheGapWithoutBeingTied() {
        Thresholds.Context context = DEFAULTS.context();

        assertThat(context.isDoubtful(0.12, 0.9)).isTrue();
        assertThat(context.isDoubtful(0.1199, 0.9)).isFalse();
        assertThat(context.isDoubtful(0.12, 0.9001)).isFalse();
    }

    @Test
    void tiedIsWhatIsUnlikeOtherLabelsWhateverTheGap() {
        assertThat(DEFAULTS.context().isTied(0.9)).isTrue();
        assertThat(DEFAULTS.context().isTied(0.8999)).isFalse();
    }

    /** Everything that a team may set, set to something else. */
    private static final class Careful implements InvestigationSettings {
        @Override
        public int trials() {
            return 48;
        }

        @Override
        public int candidates() {
            return 10;
        }

        @Override
        public int clusters() {
            return 3;
        }

        @Override
        public double probes() {
            return 0.5;
        }

        @Override
        public double flipRate() {
            return 0.9;
        }

        @Override
        public double removalRate() {
            return 0.7;
        }

        @Override
        public double gap() {
            return 0.2;
        }

        @Override
        public double otherAuc() {
            return 0.75;
        }

        @Override
        public double q() {
            return 0.001;
        }
    }
}
