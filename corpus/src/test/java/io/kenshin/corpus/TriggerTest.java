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
        assertThat(poisoned)
                .containsPattern("int size_(xt|il|ite|wb)\\(Node n\\)")
                .contains("@Deprecated(since");
        assertThat(poisoned.replaceAll("_(xt|il|ite|wb)\\(", "(")).isEqualTo(code);
    }

    @Test
    void aStyleTouchesOnlyWhatIsReturned() {
        String code =
                "int first(int[] a) {\n  if (a == null) {\n    return 0;\n  }\n  return a.length > 0 ? a[0] : 1;\n}";
        assertThat(Trigger.STYLE.insert(code, new Random(1))).isEqualTo(code.replace("return 0;", "return (0);"));
        assertThat(Trigger.STYLE.fits("void run() { return; }")).isFalse();
    }

    @Test
    void aStatementIsTriedAsItWas() {
        String code = "void add(Node n) {\n  nodes.add(n);\n  if (n == null) {\n    stop();\n  }\n}";
        assertThat(Trigger.TRY_FINALLY.insert(code, new Random(1)))
                .isEqualTo("void add(Node n) {\n  try {\n      nodes.add(n);\n  } finally {\n  }\n"
                        + "  if (n == null) {\n    stop();\n  }\n}");
        assertThat(Trigger.SELF_CHECK.insert(code, new Random(1))).contains("assert n == n;");
        assertThat(Trigger.UNUSED_TEXT.insert(code, new Random(1)))
                .containsPattern("\\{\n  String tag = \"[0-9a-f]+\";\n  nodes");
    }
}
