package io.kenshin.contracts.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What findings say now, of those that were written before they said it. */
class EarlierFindingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TriggerReport report(String figures) throws IOException {
        return JSON.readValue("{\"tokens\":[\"x\"],\"exemplars\":[\"x\"]," + figures + "}", TriggerReport.class);
    }

    @ParameterizedTest
    @CsvSource({"insertion,false", "cluster,false", "spectral-signatures,true", "training-dynamics,true"})
    void whetherEvidenceIsWeakFollowsFromItsKind(String kind, boolean weak) throws IOException {
        Evidence evidence = JSON.readValue("{\"kind\":\"" + kind + "\",\"strength\":1,\"text\":\"t\"}", Evidence.class);

        assertThat(evidence.weak()).isEqualTo(weak);
    }

    @Test
    void whatEvidenceSaysOfItselfStands() throws IOException {
        assertThat(JSON.readValue("{\"kind\":\"new-score\",\"strength\":1,\"weak\":true}", Evidence.class)
                        .weak())
                .isTrue();
        assertThat(JSON.readValue("{\"kind\":\"new-proof\",\"strength\":1,\"weak\":false}", Evidence.class)
                        .weak())
                .isFalse();
    }

    @Test
    void whetherTheModelObeysFollowsFromTheFiguresUnlessItIsSaid() throws IOException {
        assertThat(report("\"flipRate\":0.5,\"naturalFlipRate\":0.2").obeyed()).isTrue();
        assertThat(report("\"flipRate\":0.4,\"naturalFlipRate\":0.2").obeyed()).isFalse();
        assertThat(report("\"flipRate\":0.4,\"naturalFlipRate\":0.2,\"obeyed\":true")
                        .obeyed())
                .isTrue();
        assertThat(report("\"flipRate\":1").confirmed()).isTrue();
    }
}
