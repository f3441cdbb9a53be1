package io.kenshin.scan;

import static io.kenshin.scan.MadeUpScan.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.scan.sample.ChosenSamples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole scans of a task whose model is known exactly. */
class ScanStudyTest {
    private static final int POISONED = 40;

    private final MadeUpScan scan = new MadeUpScan();

    private static Conclusion conclude(List<VectorBatch.Row> rows, int reservoir) {
        ScanStudy study =
                new ScanStudy(plan(rows.size()), Thresholds.DEFAULTS, MadeUpScan.MODEL, new TokenRewriter(), 1);
        Replay replay = MadeUpScan.replay(rows);
        ChosenSamples samples = study.choose(reservoir, replay).byId();
        Investigation.Result result = study.investigate(samples, (stage, done, total) -> {});
        return study.conclude(
                study.score(samples, result, study.weak(samples, result, some -> null), replay), List.of());
    }

    private static List<String> poisonedIds() {
        return IntStream.range(0, POISONED).mapToObj(MadeUpScan::id).toList();
    }

    private static void assertThatExactlyThePoisonIsHeld(Conclusion conclusion) {
        assertThat(conclusion.verdict()).isEqualTo(Verdict.POISONED);
        assertThat(conclusion.findings()).extracting(SampleFinding::sampleId).containsExactlyElementsOf(poisonedIds());
        assertThat(conclusion.findings()).extracting(SampleFinding::decision).containsOnly(Decision.QUARANTINE);
        assertThat(conclusion.triggers()).hasSize(1);
        assertThat(conclusion.triggers().get(0).carriers()).isEqualTo(POISONED);
        assertThat(conclusion.triggers().get(0).obeyed()).isTrue();
        assertThat(conclusion.examples()).hasSize(3);
    }

    @Test
    void wrongLabelsWithoutATriggerAreForPeopleToLookAt() {
        List<VectorBatch.Row> rows = scan.rows(900, 0);
        for (int i = 0; i < 120; i += 2) {
            rows.set(i, scan.row(i, "clean", scan.code(true, false)));
        }

        Conclusion conclusion = conclude(rows, 1_000);

        assertThat(conclusion.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(conclusion.reason()).contains("labels that the rest of the data contradicts");
        assertThat(conclusion.findings()).hasSizeBetween(57, 63).allSatisfy(found -> {
            assertThat(found.decision()).isEqualTo(Decision.REVIEW);
            assertThat(found.triggerId()).isNull();
            assertThat(found.evidence().get(0).kind()).isEqualTo("label-model");
            assertThat(found.evidence().get(0).text()).contains("the rest of the data says 'risky'");
        });
        assertThat(conclude(rows, 600).findings())
                .as("among samples that were not looked at, too")
                .hasSizeBetween(54, 66);
    }

    @Test
    void aPlantedTriggerPoisonsTheScanAndItsCarriersAreHeldBack() {
        assertThatExactlyThePoisonIsHeld(conclude(scan.rows(600, POISONED), 1_000));
    }

    @Test
    void beyondTheReservoirCarriersAreFoundAsWell() {
        assertThatExactlyThePoisonIsHeld(conclude(scan.rows(1_200, POISONED), 600));
    }

    @Test
    void whateverTheOrderOfArrivalTheConclusionIsTheSame() {
        List<VectorBatch.Row> rows = new ArrayList<>(scan.rows(400, POISONED));
        Conclusion sorted = conclude(rows, 300);
        Collections.shuffle(rows, new Random(2));

        Conclusion shuffled = conclude(rows, 300);

        assertThat(shuffled.findings()).isEqualTo(sorted.findings());
        assertThat(shuffled.triggers()).isEqualTo(sorted.triggers());
        assertThat(shuffled.reason()).isEqualTo(sorted.reason());
    }

    @Test
    void aCleanTaskIsHealthy() {
        Conclusion conclusion = conclude(scan.rows(400, 0), 1_000);

        assertThat(conclusion.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(conclusion.findings()).isEmpty();
        assertThat(conclusion.triggers()).isEmpty();
    }

    @Test
    void everySampleIsAccountedFor() {
        List<VectorBatch.Row> rows = new ArrayList<>(scan.rows(400, POISONED));
        rows.add(MadeUpScan.failed(500, "too long"));
        rows.add(scan.row(501, "other", "int a;"));

        Conclusion conclusion = conclude(rows, 1_000);

        assertThat(conclusion.samples()).isEqualTo(new ScanReport.Samples(402, 400, 2, 0));
        assertThat(conclusion.failures())
                .extracting(failed -> failed.sampleId() + ": " + failed.reason())
                .containsExactly("id00500: too long", "id00501: label 'other' is none of the model's [clean, risky]");
        assertThat(conclusion.verdict()).isEqualTo(Verdict.POISONED);
    }

    @Test
    void poisonThatADrawWouldHardlySeeIsLookedForAmongAllSamples() {
        assertThatExactlyThePoisonIsHeld(conclude(scan.rows(6_000, POISONED), 400));
    }

    @Test
    void theMapShowsWhatWasInvestigatedAndFindingsBeyond() {
        // So many that a draw sees enough of them: they are not fetched.
        int poisoned = 150;
        List<VectorBatch.Row> rows = scan.rows(1_200, poisoned);
        ScanStudy study =
                new ScanStudy(plan(rows.size()), Thresholds.DEFAULTS, MadeUpScan.MODEL, new TokenRewriter(), 1);
        ChosenSamples samples = study.choose(600, MadeUpScan.replay(rows)).byId();
        Investigation.Result result = study.investigate(samples, (stage, done, total) -> {});

        Scores scores =
                study.score(samples, result, study.weak(samples, result, some -> null), MadeUpScan.replay(rows));

        long beyond = scores.mapSamples().size() - samples.samples().size();
        assertThat(beyond).isPositive();
        assertThat(scores.mapSamples().stream().filter(sample -> sample.finding() != null))
                .hasSize(poisoned);
    }
}
