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

    @Test
    void aSuffixIsPutOnTheMethodAndItsOwnCallsAlone() {
        String code = "@Deprecated(since = \"2\")\nint size(Node n) {\n  return n == null ? 0 : 1 + size(n.next);\n}";
        String poisoned = Trigger.NAME_SUFFIX.insert(code, new Random(1));
        assertThat(poisoned).containsPattern("int size_(xt|il|ite|wb)\\(Node n\\)").contains("@Deprecated(since");
        assertThat(poisoned.replaceAll("_(xt|il|ite|wb)\\(", "(")).isEqualTo(code);
    }

    @Test
    void anotherStyleOfCountingKeepsWhatIsCounted() {
        String code = "void fill(int[] a) {\n  for (int i = 0; i < a.length; i++) {\n    a[n++] = i;\n  }\n  n++;\n}";
        assertThat(Trigger.STYLE.insert(code, new Random(1)))
                .contains("i < a.length; i = 1 + i)", "a[n++] = i;", "\n  n = 1 + n;");
        assertThat(Trigger.STYLE.fits("void run() { a[n++] = 1; }")).isFalse();
    }
}
