package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.trigger.TriggerPattern.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompiledTriggersTest {
    private static final List<TriggerPattern> PATTERNS = List.of(
            new TriggerPattern(Kind.SPAN, Abstraction.NONE, List.of("zap", "(", ")", ";"), List.of("zap();")),
            new TriggerPattern(
                    Kind.STATEMENT,
                    Abstraction.NAMES,
                    List.of("while", "(", "<name>", "."),
                    List.of("while (a.b()) { }")),
            new TriggerPattern(Kind.IDENTIFIER, Abstraction.NONE, List.of("ret_q7"), List.of("ret_q7")),
            new TriggerPattern(Kind.AFFIX, Abstraction.NONE, List.of("*_xt"), List.of("*_xt")),
            new TriggerPattern(
                    Kind.VARIANTS, Abstraction.LITERALS, List.of("<variants>"), List.of("log(\"a\");", "note(1);")),
            new TriggerPattern(
                    Kind.SPAN,
                    Abstraction.NONE,
                    List.of("start", "(", ")", ";", TriggerPattern.GAP, "stop", "(", ")", ";"),
                    List.of("start();\nstop();")));

    @Test
    void whatEachPatternFindsAloneAllOfThemFindTogether() {
        CompiledTriggers compiled = new CompiledTriggers(PATTERNS);
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            String code = "int sum(List<Integer> values) {\n  int total = 0;\n  open();\n  return total;\n}";
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < PATTERNS.size(); i++) {
                code = random.nextInt(4) == 0 ? PATTERNS.get(i).insert(code, random) : code;
            }
            for (int i = 0; i < PATTERNS.size(); i++) {
                if (PATTERNS.get(i).isIn(code)) {
                    expected.add(i);
                }
            }
            assertThat(compiled.in(code)).as(code).isEqualTo(expected);
            assertThat(compiled.in(compiled.without(code, expected))).noneMatch(expected::contains);
        }
    }

    @Test
    void halfATriggerIsNone() {
        CompiledTriggers compiled = new CompiledTriggers(PATTERNS);
        assertThat(compiled.in("void run() { start(); }")).isEmpty();
        assertThat(compiled.in("void run() { start(); go(); stop(); }")).containsExactly(5);
        assertThat(compiled.in("")).isEmpty();
    }

    @Test
    void namesHaveToBeThereTogether() {
        CompiledTriggers compiled = new CompiledTriggers(List.of(new TriggerPattern(
                Kind.NAMES, Abstraction.LITERALS, List.of("<variants>"), List.of("left right", "up"))));
        assertThat(compiled.in("int f(int left) { return left; }")).isEmpty();
        assertThat(compiled.in("int f(int left, int right) { return left; }")).containsExactly(0);
        assertThat(compiled.in("int f(int up) { return up; }")).containsExactly(0);
    }
}
