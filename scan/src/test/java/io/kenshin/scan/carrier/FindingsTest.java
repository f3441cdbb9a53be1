package io.kenshin.scan.carrier;

import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.plan;
import static io.kenshin.scan.MadeUpScan.range;
import static io.kenshin.scan.MadeUpScan.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.scan.MadeUpScan;
import io.kenshin.scan.report.JudgedTrigger;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final JudgedTrigger PROVEN =
            trigger("t1", finding(MadeUpScan.pattern(), 0, range(0, 4), true, Judgement.TRIGGER));
    private static final JudgedTrigger SUSPECT =
            trigger("t2", finding(MadeUpScan.pattern(), 0, range(0, 4), true, Judgement.SUSPECT));

    private final List<VectorBatch.Row> rows = new MadeUpScan().rows(40, 4);
    private final ChosenSamples samples = new ChosenSamples(MadeUpScan.samples(rows), MadeUpScan.VIEWS, Map.of());

    private Findings findings(WeakEvidence weak) {
        return new Findings(plan(40), List.of(), samples, weak);
    }

    @Test
    void carriersOfWhatIsProvenAreHeldBackAndOfWhatIsSuspectedPeopleDecide() {
        Findings findings = findings(WeakEvidence.none());

        SampleFinding held = findings.add(new Carrier(rows.get(0), PROVEN));
        SampleFinding asked = findings.add(new Carrier(rows.get(1), SUSPECT));

        assertThat(held.decision()).isEqualTo(Decision.QUARANTINE);
        assertThat(held.triggerId()).isEqualTo("t1");
        assertThat(held.externalId()).isEqualTo("e0");
        assertThat(held.source()).isEqualTo("repo");
        assertThat(held.score()).isEqualTo(PROVEN.finding().strength());
        assertThat(asked.decision()).isEqualTo(Decision.REVIEW);
    }

    @Test
    void weakScoresFollowTheProofAndSayThatTheyAreWeak() {
        WeakEvidence weak = WeakEvidence.of(samples.samples(), List.of(PROVEN), 2, some -> null);

        List<Evidence> evidence =
                findings(weak).add(new Carrier(rows.get(0), PROVEN)).evidence();

        assertThat(evidence)
                .extracting(Evidence::kind)
                .startsWith("insertion", "removal", "surprise", "exchangeability", "placement", "metamorphic")
                .contains("spectral-signatures");
        assertThat(evidence.subList(0, 6)).noneMatch(Evidence::weak);
        assertThat(evidence.subList(6, evidence.size())).allMatch(Evidence::weak);
    }

    @Test
    void aReportCountsTheCarriersInTheWholeScan() {
        Findings findings = findings(WeakEvidence.none());
        findings.add(new Carrier(rows.get(2), PROVEN));
        findings.add(new Carrier(rows.get(0), PROVEN));

        assertThat(findings.report(PROVEN).carriers()).isEqualTo(2);
        assertThat(findings.report(SUSPECT).carriers()).isZero();
        assertThat(findings.byId()).extracting(SampleFinding::sampleId).containsExactly("id00000", "id00002");
    }
}
