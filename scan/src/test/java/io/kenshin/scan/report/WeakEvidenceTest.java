package io.kenshin.scan.report;

import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.range;
import static io.kenshin.scan.MadeUpScan.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Evidence;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.MadeUpScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeakEvidenceTest {
    private final List<Sample> samples = MadeUpScan.samples(new MadeUpScan().rows(60, 6));
    private final JudgedTrigger planted =
            trigger("t1", finding(MadeUpScan.pattern(), 0, range(0, 6), true, Judgement.TRIGGER));

    private static float[][] losses(List<Sample> samples) {
        Random random = new Random(1);
        float[][] losses = new float[3][samples.size()];
        for (float[] epoch : losses) {
            for (int i = 0; i < epoch.length; i++) {
                epoch[i] = random.nextFloat();
            }
        }
        return losses;
    }

    @Test
    void withoutAnythingToLookAtNothingIsComputed() {
        List<Integer> read = new ArrayList<>();

        WeakEvidence scores = WeakEvidence.of(samples, List.of(), 2, some -> {
            read.add(some.size());
            return null;
        });

        assertThat(read).isEmpty();
        assertThat(scores.of(MadeUpScan.id(0))).isEmpty();
        assertThat(scores.oddness(MadeUpScan.id(0))).isNull();
    }

    @Test
    void everyInvestigatedSampleHasAPercentileOfEachKind() {
        WeakEvidence scores = WeakEvidence.of(samples, List.of(planted), 2, some -> null);

        List<Evidence> evidence = scores.of(MadeUpScan.id(7));

        assertThat(evidence).isNotEmpty().allMatch(Evidence::weak).allSatisfy(one -> {
            assertThat(one.strength()).isBetween(0.0, 1.0);
            assertThat(one.text()).endsWith("weak by itself");
        });
        assertThat(evidence).extracting(Evidence::kind).doesNotContain("training-dynamics");
        assertThat(scores.oddness(MadeUpScan.id(7)))
                .isEqualTo(evidence.stream()
                        .mapToDouble(Evidence::strength)
                        .average()
                        .orElseThrow());
        assertThat(scores.of("beyond")).isEmpty();
    }

    @Test
    void lossesSpeakWhereTrainingRecordedThem() {
        WeakEvidence scores = WeakEvidence.of(samples, List.of(planted), 2, WeakEvidenceTest::losses);

        assertThat(scores.of(MadeUpScan.id(0))).extracting(Evidence::kind).contains("training-dynamics");
    }
}
