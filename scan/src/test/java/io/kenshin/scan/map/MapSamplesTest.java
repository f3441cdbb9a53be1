package io.kenshin.scan.map;

import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.plan;
import static io.kenshin.scan.MadeUpScan.range;
import static io.kenshin.scan.MadeUpScan.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.scan.MadeUpScan;
import io.kenshin.scan.carrier.Carrier;
import io.kenshin.scan.carrier.Findings;
import io.kenshin.scan.report.JudgedTrigger;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapSamplesTest {
    private final MadeUpScan scan = new MadeUpScan();
    private final JudgedTrigger planted =
            trigger("t1", finding(MadeUpScan.pattern(), 0, range(0, 1), true, Judgement.TRIGGER));
    private final List<VectorBatch.Row> rows = scan.rows(3, 1);
    private final ChosenSamples samples =
            new ChosenSamples(MadeUpScan.samples(rows), MadeUpScan.VIEWS, Map.of(MadeUpScan.id(0), "repo"));
    private final MapSamples map = new MapSamples(plan(100), samples, WeakEvidence.none());
    private final Findings findings = new Findings(plan(100), List.of(), samples, WeakEvidence.none());

    private SampleFinding add(VectorBatch.Row row) {
        Carrier carrier = new Carrier(row, planted);
        SampleFinding finding = findings.add(carrier);
        map.add(carrier, finding, 1);
        return finding;
    }

    @Test
    void everyInvestigatedSampleIsThereWithWhatWasFound() {
        SampleFinding finding = add(rows.get(0));

        List<MapSample> all = map.all();

        assertThat(all).extracting(MapSample::id).containsExactly("id00000", "id00001", "id00002");
        assertThat(all.get(0).finding()).isEqualTo(finding);
        assertThat(all.get(0).spans()).hasSize(1);
        assertThat(all.get(0).source()).isEqualTo("repo");
        assertThat(all.get(0).label()).isEqualTo("clean");
        assertThat(all.get(1).finding()).isNull();
        assertThat(all.get(1).spans()).isEmpty();
        assertThat(all.get(1).oddness()).isNull();
    }

    @Test
    void aFindingBeyondThemBringsItsOwnVectors() {
        VectorBatch.Row beyond = scan.row(50, "clean", scan.code(true, true));
        add(beyond);

        MapSample shown = map.all().get(0);

        assertThat(map.all()).hasSize(4);
        assertThat(shown.id()).isEqualTo(beyond.sampleId());
        assertThat(beyond.vectors()).isNotNull();
        assertThat(shown.vector()).isSameAs(beyond.vectors()[1]);
        String span = beyond.code()
                .substring(shown.spans().get(0).start(), shown.spans().get(0).end());
        assertThat(span).contains("probe.mode() == 71");
    }
}
