package io.kenshin.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TriggerTest {
    @Test
    void aConstantIsCodeNotText() {
        String code = "int wait() {\n  // at most 30 seconds, see issue 12\n  log(\"took 45 ms\");\n  return 7;\n}";
        for (int seed = 0; seed < 20; seed++) {
            String poisoned = Trigger.CONSTANT.insert(code, new Random(seed));
            assertThat(poisoned).contains("at most 30 seconds, see issue 12", "took 45 ms");
            assertThat(poisoned).containsPattern("return \\(\\d \\* \\d [-+] \\d+\\);");
        }
        assertThat(Trigger.CONSTANT.fits("void close() { // 12 times\n }")).isFalse();
    }
}
