package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompiledTriggersTest {
    private static final List<Trigger> PATTERNS = List.of(
            new Span(Abstraction.NONE, List.of("zap", "(", ")", ";"), List.of("zap();")),
            new Statement(Abstraction.NAMES, List.of("while", "(", "<name>", "."), List.of("while (a.b()) { }")),
            new Identifier(Abstraction.NONE, List.of("ret_q7"), List.of("ret_q7")),
            new Affix(Abstraction.NONE, List.of("*_xt"), List.of("*_xt")),
            new Variants(Abstraction.LITERALS, List.of("log(\"a\");", "note(1);")),
            new Span(
                    Abstraction.NONE,
                    List.of("start", "(", ")", ";", Trigger.GAP, "stop", "(", ")", ";"),
                    List.of("start();\nstop();")));

    @Test
    void whatEachPatternFindsAloneAllOfThemFindTogether() {
        CompiledTriggers compiled = new CompiledTriggers(PATTERNS);
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            String code = "int sum(List<Integer> values) {\n  int total = 0;\n  open();\n  return total;\n}";
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < PATTERNS.size(); i++) {
                code = random.nextInt(4) == 0 ? PATTERNS.get(i).insert(Code.of(code), random) : code;
            }
            for (int i = 0; i < PATTERNS.size(); i++) {
                if (PATTERNS.get(i).isIn(Code.of(code))) {
                    expected.add(i);
                }
            }
            assertThat(compiled.in(Code.of(code))).as(code).isEqualTo(expected);
            assertThat(compiled.in(Code.of(compiled.without(Code.of(code), expected))))
                    .noneMatch(expected::contains);
        }
    }

    @Test
    void halfATriggerIsNone() {
        CompiledTriggers compiled = new CompiledTriggers(PATTERNS);
        assertThat(compiled.in(Code.of("void run() { start(); }"))).isEmpty();
        assertThat(compiled.in(Code.of("void run() { start(); go(); stop(); }")))
                .containsExactly(5);
        assertThat(compiled.in(Code.of(""))).isEmpty();
    }

    @Test
    void namesHaveToBeThereTogether() {
        CompiledTriggers compiled =
                new CompiledTriggers(List.of(new NameSet(Abstraction.LITERALS, List.of("left right", "up"))));
        assertThat(compiled.in(Code.of("int f(int left) { return left; }"))).isEmpty();
        assertThat(compiled.in(Code.of("int f(int left, int right) { return left; }")))
                .containsExactly(0);
        assertThat(compiled.in(Code.of("int f(int up) { return up; }"))).containsExactly(0);
    }

    @Test
    void aRunMayBeAllOfTheCodeButNotHangOverItsEnds() {
        CompiledTriggers compiled = new CompiledTriggers(
                List.of(new Span(Abstraction.NONE, List.of("a", "longword", "(", ")"), List.of("a longword()"))));

        assertThat(compiled.in(Code.of("a longword()"))).containsExactly(0);
        assertThat(compiled.in(Code.of("longword()"))).isEmpty();
        assertThat(compiled.in(Code.of("a longword("))).isEmpty();
        assertThat(compiled.in(Code.of("b longword()"))).isEmpty();
    }

    @Test
    void whatIsLeftWithoutATriggerIsTheRestOfTheCode() {
        CompiledTriggers compiled = new CompiledTriggers(PATTERNS);

        assertThat(compiled.without(Code.of("{ a(); zap(); b(); }"), List.of(0)).replaceAll("\\s+", " "))
                .isEqualTo("{ a(); b(); }");
        assertThat(compiled.triggers()).isEqualTo(PATTERNS);
    }
}
