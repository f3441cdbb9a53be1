package io.kenshin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.fleet.client.Api;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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

    @Test
    void itSaysWhatWouldHaveBeenFoundAndWhatNobodyRead() {
        String report = "{\"verdict\":\"healthy\",\"reason\":\"fine\",\"samples\":{},\"triggers\":[],\"shortcuts\":[],"
                + "\"power\":[{\"label\":\"clean\",\"textAuc\":0.56,\"samples\":17,\"rate\":0.0085},"
                + "{\"label\":\"odd\",\"textAuc\":0.5,\"help\":\"scan more\"}],"
                + "\"reading\":{\"limit\":256,\"truncated\":3,\"unread\":412,"
                + "\"languages\":[{\"name\":\"rust\",\"own\":false,\"samples\":20}]}}";
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ReportCommand.print(Api.read(report), new OutputOption());
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("clean +17 or more +0.85 % +0.56")
                .containsPattern("odd +none: scan more +0.50")
                .contains("languages: 20 rust (read by tokens)")
                .contains(
                        "3 samples are longer than the 256 tokens that the model reads; nobody looked at the last 412");
    }
}
