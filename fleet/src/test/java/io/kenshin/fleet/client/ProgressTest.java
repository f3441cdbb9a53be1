package io.kenshin.fleet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final String SCAN = "/api/v1/scans/s-1";
    private static final String PLANNED = "{\"id\":\"s-1\",\"state\":\"planned\",\"new in a later version\":1}";
    private static final String FAILED = "{\"id\":\"s-1\",\"state\":\"failed\",\"detail\":\"no model\"}";

    private AnsweringServices services;

    @BeforeEach
    void start() throws IOException {
        services = new AnsweringServices();
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private Progress progress() {
        return new Progress(services.api(), new Terminal(), () -> {});
    }

    private static String stage(String state, String stage) {
        return "{\"scanId\":\"s-1\",\"state\":\"" + state + "\",\"stage\":\"" + stage + "\",\"done\":1,\"total\":2}";
    }

    @Test
    void aScanIsWaitedForUntilThereIsAReport() {
        services.say(Service.INGEST, SCAN, PLANNED)
                .say(Service.ANALYSIS, SCAN, stage("embedding", "embed"), stage("finished", "done"))
                .say(Service.ANALYSIS, SCAN + "/report", "{\"scanId\":\"s-1\",\"verdict\":\"suspicious\"}");

        assertThat(progress().scan("s-1").verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void anOrderThatFailedSaysWhy() {
        services.say(Service.INGEST, SCAN, FAILED);

        assertThatThrownBy(() -> progress().scan("s-1"))
                .isInstanceOf(ApiException.class)
                .hasMessage("scan s-1 failed: no model");
    }

    @Test
    void aScanThatFailedHasAReportWhereTheAnalysisWroteOne() {
        services.say(Service.INGEST, SCAN, FAILED)
                .say(Service.ANALYSIS, SCAN, stage("finished", "done"))
                .say(Service.ANALYSIS, SCAN + "/report", "{\"scanId\":\"s-1\",\"verdict\":\"failed\"}");

        assertThat(progress().scan("s-1").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aHealIsOverWhenTheCaseSaysSoWhateverItsStateIsCalled() {
        services.say(
                Service.REMEDIATION,
                "/api/v1/cases/c-1",
                "{\"id\":\"c-1\",\"state\":\"healing\","
                        + "\"job\":{\"jobId\":\"j-1\",\"epoch\":1,\"epochs\":2,\"done\":1,\"total\":2}}",
                "{\"id\":\"c-1\",\"state\":\"verifying\"}",
                "{\"id\":\"c-1\",\"state\":\"rejected\"}",
                "{\"id\":\"c-1\",\"state\":\"rejected\",\"ended\":true}");

        assertThat(progress().heal("c-1").state()).isEqualTo(CaseState.REJECTED);
    }

    @Test
    void theCaseOfAScanIsTheOneThatNamesIt() {
        services.say(
                Service.REMEDIATION,
                "/api/v1/cases",
                "[]",
                "[{\"id\":\"c-2\",\"scanId\":\"s-2\",\"state\":\"review\"},"
                        + "{\"id\":\"c-9\",\"scanId\":\"s-1\",\"state\":\"review\"}]");

        assertThat(progress().caseOf("s-1", 20).id()).isEqualTo("c-9");
    }
}
