package io.kenshin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.fleet.client.Api;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {
    @ParameterizedTest
    @CsvSource({"healthy,0", "suspicious,1", "poisoned,1", "failed,3"})
    void theExitCodeIsTheVerdicts(String verdict, int code) {
        String report = "{\"scanId\":\"s-1\",\"dataset\":\"d\",\"model\":\"m\",\"version\":1,\"verdict\":\"" + verdict
                + "\",\"reason\":\"as it is\",\"samples\":{\"total\":1,\"scored\":1},\"triggers\":[{\"id\":\"t1\","
                + "\"targetLabel\":\"clean\",\"pattern\":\"int x\",\"flipRate\":0.9}],\"shortcuts\":[]}";

        assertThat(ReportCommand.print(Api.read(report), new OutputOption())).isEqualTo(code);
    }
}
