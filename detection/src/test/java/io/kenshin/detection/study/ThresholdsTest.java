package io.kenshin.detection.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.trial.CarrierEvidence;
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
        assertThat(DEFAULTS.context()).isEqualTo(new Thresholds.Context(0.85, 0.70, 0.65, 30, 0.01, 0.9, 0.95));
    }

    @Test
    void whenTheRestOfTheDataContradictsLabels() {
        assertThat(DEFAULTS.labels()).isEqualTo(new Thresholds.Labels(0.8, 1e-6, 0.45, 0.5, 200, 5));
    }

    @Test
    void whatDecidesAboutFindingsTogether() {
        Thresholds.Rules rules = DEFAULTS.rules();

        assertThat(rules.explained()).isEqualTo(0.8);
        assertThat(rules.chance()).isEqualTo(0.05);
        assertThat(rules.jointFlips()).isEqualTo(0.5);
        assertThat(rules.parents()).isEqualTo(new Thresholds.Parents(0.7, 0.15, 3, 40));
        assertThat(rules.carriers()).isEqualTo(new Thresholds.Carriers(0.95, 1e-4, 0.70));
    }

    @Test
    void whichNeighboursAreCarriersToo() {
        assertThat(DEFAULTS.recall()).isEqualTo(new Thresholds.Recall(16, 320, 0.25, 4, 3));
    }

    @Test
    void whatATeamSetsIsTakenAndNothingElseChanges() {
        Thresholds set = Thresholds.of(new Careful());

        assertThat(set.spending()).isEqualTo(new Thresholds.Spending(48, 10, 0.5, 1_500, 0.25, 8));
        assertThat(set.occlusion().clusters()).isEqualTo(3);
        assertThat(set.proof().flipRate()).isEqualTo(0.9);
        assertThat(set.proof().removalRate()).isEqualTo(0.7);
        assertThat(set.proof().q()).isEqualTo(0.001);
        assertThat(set.context()).isEqualTo(new Thresholds.Context(0.75, 0.6, 0.65, 30, 0.01, 0.9, 0.95));
        assertThat(set.mining()).isEqualTo(DEFAULTS.mining());
        assertThat(set.rules()).isEqualTo(DEFAULTS.rules());
        assertThat(set.recall()).isEqualTo(DEFAULTS.recall());
    }

    @Test
    void aPartMayBeExchangedForAnother() {
        Thresholds.Context strict = new Thresholds.Context(0.6, 0.5, 0.5, 10, 1e-3, 0.7, 0.8);
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

    private static CarrierEvidence many(double otherAuc, double placementAuc) {
        return MadeUpEvidence.of(MadeUpEvidence.compared(otherAuc, placementAuc, MadeUpEvidence.MANY), 1e-9);
    }

    /** Random samples tell carriers and places apart so well, and the nearest ones so well. */
    private static CarrierEvidence near(double otherAuc, double placementAuc) {
        return MadeUpEvidence.of(
                MadeUpEvidence.compared(0.99, 0.99, MadeUpEvidence.MANY),
                MadeUpEvidence.compared(otherAuc, placementAuc, MadeUpEvidence.MANY));
    }

    @Test
    void foreignIsWhatIsNotTooUnlikeOtherLabelsAndStandsAnywhere() {
        Thresholds.Context context = DEFAULTS.context();

        assertThat(context.isForeign(many(0.84, 0.69))).isTrue();
        assertThat(context.isForeign(many(0.8501, 0.69))).isFalse();
        assertThat(context.isForeign(many(0.84, 0.7001))).isFalse();
    }

    @Test
    void foreignByTheNearestSamplesIsSaidMoreCarefully() {
        Thresholds.Context context = DEFAULTS.context();

        assertThat(context.isForeign(near(0.84, 0.64))).isTrue();
        assertThat(context.isForeign(near(0.8501, 0.64))).isFalse();
        assertThat(context.isForeign(near(0.84, 0.6501))).isFalse();
    }

    @Test
    void fewCarriersAreForeignByRandomSamplesOnly() {
        Thresholds.Context context = DEFAULTS.context();
        CarrierEvidence.Compared plainly = MadeUpEvidence.compared(0.99, 0.99, 30);
        CarrierEvidence.Compared fewer = MadeUpEvidence.compared(0.99, 0.99, 29);
        CarrierEvidence.Compared ordinaryOnes = MadeUpEvidence.compared(0.5, 0.99, 29);
        CarrierEvidence.Compared ordinary = MadeUpEvidence.compared(0.5, 0.5, MadeUpEvidence.MANY);

        assertThat(context.isForeign(MadeUpEvidence.of(plainly, ordinary))).isTrue();
        assertThat(context.isForeign(MadeUpEvidence.of(fewer, ordinary))).isFalse();
        assertThat(context.isForeign(MadeUpEvidence.of(ordinaryOnes, ordinary)))
                .as("in ordinary code, where code like theirs may have it")
                .isTrue();
        assertThat(context.isLikelyForeign(MadeUpEvidence.of(plainly, ordinary)))
                .isTrue();
        assertThat(context.isLikelyForeign(MadeUpEvidence.of(fewer, ordinary))).isFalse();
        assertThat(context.isDoubtful(MadeUpEvidence.of(fewer, ordinary)))
                .as("people may look")
                .isTrue();
    }

    @Test
    void foreignIsSaidOfTheAucWithItsStandardError() {
        // Of three carriers an AUC of 0.8 may as well be one of 0.9; of 160 it may not.
        assertThat(DEFAULTS.context().isForeign(MadeUpEvidence.of(MadeUpEvidence.compared(0.8, 0.5, 3), 1e-9)))
                .isFalse();
        assertThat(DEFAULTS.context().isForeign(MadeUpEvidence.of(MadeUpEvidence.compared(0.8, 0.5, 160), 1e-9)))
                .isTrue();
        assertThat(DEFAULTS.context().isForeign(MadeUpEvidence.of(MadeUpEvidence.compared(0.5, 0.66, 20), 1e-9)))
                .isFalse();
        assertThat(DEFAULTS.context().isForeign(MadeUpEvidence.of(MadeUpEvidence.compared(0.5, 0.66, 160), 1e-9)))
                .isTrue();
    }

    @Test
    void whatNothingIsKnownOfIsNotForeign() {
        CarrierEvidence.Compared unknown = new CarrierEvidence.Compared(
                MadeUpEvidence.FOREIGN.random().carriers(), MadeUpEvidence.place(0.5, 0.5, 0.5, 0));

        assertThat(DEFAULTS.context().isForeign(MadeUpEvidence.of(unknown, 1e-9)))
                .isFalse();
    }

    @Test
    void naturalIsWhatItsCodeExplainsOrWhatIsPlainlyOfAKindOfItsOwn() {
        Thresholds.Context context = DEFAULTS.context();

        assertThat(context.isNatural(MadeUpEvidence.of(0.95, 0.95, 0.01))).isFalse();
        assertThat(context.isNatural(MadeUpEvidence.of(0.5, 0.5, 0.0101))).isTrue();
        assertThat(context.isNatural(MadeUpEvidence.of(0.9501, 0.5, 0.01))).isTrue();
        assertThat(context.isNatural(MadeUpEvidence.of(0.5, 0.9501, 0.01))).isTrue();
        assertThat(context.isNatural(near(0.95, 0.95)))
                .as("the nearest samples say otherwise")
                .isFalse();
    }

    @Test
    void doubtfulIsWhatStandsAnywhereWithoutBeingTied() {
        Thresholds.Context context = DEFAULTS.context();

        assertThat(context.isDoubtful(many(0.89, 0.69))).isTrue();
        assertThat(context.isDoubtful(many(0.9, 0.69))).isFalse();
        assertThat(context.isDoubtful(many(0.89, 0.7001))).isFalse();
        assertThat(context.isDoubtful(near(0.89, 0.64))).isTrue();
    }

    @Test
    void likelyForeignIsWhatAStandardErrorAloneStandsAgainst() {
        Thresholds.Context context = DEFAULTS.context();

        assertThat(context.isLikelyForeign(MadeUpEvidence.of(0.85, 0.7, 0))).isTrue();
        assertThat(context.isForeign(MadeUpEvidence.of(0.85, 0.7, 0))).isFalse();
        assertThat(context.isLikelyForeign(many(0.8501, 0.5))).isFalse();
        assertThat(context.isLikelyForeign(many(0.5, 0.7001))).isFalse();
        assertThat(context.isLikelyForeign(near(0.85, 0.65))).isTrue();
    }

    @Test
    void tiedIsWhatIsUnlikeOtherLabelsOrHasAPlaceOfItsOwn() {
        assertThat(DEFAULTS.context().isTied(many(0.9, 0.5))).isTrue();
        assertThat(DEFAULTS.context().isTied(many(0.5, 0.7))).isTrue();
        assertThat(DEFAULTS.context().isTied(many(0.8999, 0.6999))).isFalse();
    }

    @Test
    void plainlyForeignIsSaidByRandomSamplesAlone() {
        Thresholds.Context context = DEFAULTS.context();

        assertThat(context.isPlainlyForeign(many(0.67, 0.69), 0.7)).isTrue();
        assertThat(context.isPlainlyForeign(many(0.7001, 0.69), 0.7)).isFalse();
        assertThat(context.isPlainlyForeign(many(0.67, 0.7001), 0.7)).isFalse();
        assertThat(context.isPlainlyForeign(near(0.5, 0.5), 0.7)).isFalse();
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
        public double placementAuc() {
            return 0.6;
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
