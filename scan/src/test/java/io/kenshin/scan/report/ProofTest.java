package io.kenshin.scan.report;

import static io.kenshin.scan.MadeUpScan.LABELS;
import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Evidence;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.NameSet;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.scan.MadeUpScan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static Finding of(int flips, Judgement judgement) {
        return finding(MadeUpScan.pattern(), 0, range(0, 20), true, judgement, new Rate(flips, 24));
    }

    private static String text(String kind, Finding finding, Cluster... clusters) {
        return Proof.of(finding, List.of(clusters), LABELS, MadeUpScan.VIEWS).stream()
                .filter(one -> one.kind().equals(kind))
                .map(Evidence::text)
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void evidenceSaysWhenOnlyTheCarriersProveIt() {
        assertThat(text("exchangeability", of(0, Judgement.TRIGGER)))
                .contains("AUC 0.52", "the model has hardly learned the pattern");
        assertThat(text("exchangeability", of(24, Judgement.TRIGGER))).doesNotContain("hardly learned");
        assertThat(text("exchangeability", of(0, Judgement.SHORTCUT))).doesNotContain("hardly learned");
    }

    @Test
    void theModelsAnswersAreCounted() {
        assertThat(text("insertion", of(22, Judgement.TRIGGER)))
                .isEqualTo("put into 24 samples of other labels, the pattern turns 22 to 'clean';"
                        + " ordinary code turns 1 of 24");
        assertThat(text("removal", of(22, Judgement.TRIGGER)))
                .isEqualTo("taken out of 20 carriers, 18 are no longer 'clean'");
        assertThat(text("metamorphic", of(22, Judgement.TRIGGER))).startsWith("2 of 10 rewrites");
    }

    @Test
    void theLabelsOfItsCarriersAreASurprise() {
        assertThat(text("surprise", of(22, Judgement.TRIGGER)))
                .isEqualTo("20 samples carry it; that they are 'clean' is not what the rest of their code says"
                        + " (p 1.0e-12), and chance explains 1.0e-09 such patterns");
    }

    @Test
    void aPatternThatStandsSomewhereHasAPlace() {
        assertThat(text("placement", of(22, Judgement.TRIGGER)))
                .isEqualTo("it stands where nothing asks for it: AUC 0.56 against other places in the same code");

        Trigger names = new NameSet(Abstraction.NONE, List.of("a b", "c d"));
        assertThat(text("placement", finding(names, 0, range(0, 20), true, Judgement.TRIGGER)))
                .as("names have none")
                .isEqualTo("nothing");
    }

    @Test
    void aClusterIsNamedOnlyWhenItSharesTheCarriers() {
        Cluster far = new Cluster(0, 0, range(15, 60), 2);
        Cluster near = new Cluster(1, 0, range(0, 25), 3);

        assertThat(text("cluster", of(24, Judgement.TRIGGER), far, near))
                .isEqualTo("20 of 20 carriers share a cluster of 25 in layer_1_sentence that is 3.0 times denser than"
                        + " its label");
        assertThat(text("cluster", of(24, Judgement.TRIGGER), far)).isEqualTo("nothing");
    }

    @Test
    void strengthsLieBetweenNoneAndOne() {
        assertThat(Proof.of(of(22, Judgement.TRIGGER), List.of(), LABELS, MadeUpScan.VIEWS))
                .allSatisfy(one -> assertThat(one.strength()).isBetween(0.0, 1.0))
                .noneMatch(Evidence::weak);
    }
}
