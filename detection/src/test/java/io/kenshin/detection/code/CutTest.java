package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final String CODE = "a();\n  log();\nb(); c();\n";

    private static Cut.Part part(String text, String replacement) {
        int start = CODE.indexOf(text);
        return new Cut.Part(start, start + text.length(), replacement);
    }

    private static String out(Cut.Part... parts) {
        return Cut.out(CODE, Arrays.asList(parts));
    }

    @Test
    void aLineThatIsLeftBlankGoesToo() {
        assertThat(out(part("log();", ""))).isEqualTo("a();\nb(); c();\n");
        assertThat(out(part("a();", ""))).isEqualTo("  log();\nb(); c();\n");
    }

    @Test
    void aLineThatHoldsSomethingElseStays() {
        assertThat(out(part("c();", ""))).isEqualTo("a();\n  log();\nb(); \n");
        assertThat(out(part("b();", ""))).isEqualTo("a();\n  log();\n c();\n");
    }

    @Test
    void whatIsReplacedKeepsItsLine() {
        assertThat(out(part("log();", "0"))).isEqualTo("a();\n  0\nb(); c();\n");
    }

    @Test
    void partsAreCutFromTheFirstToTheLastHoweverTheyCome() {
        assertThat(out(part("c();", "d();"), part("a();", "x();"))).isEqualTo("x();\n  log();\nb(); d();\n");
    }

    @Test
    void theOuterOfTwoThatOverlapCounts() {
        assertThat(out(part("b(", "x"), part("b(); c();", ""))).isEqualTo("a();\n  log();\n");
        assertThat(out(part("(); c", "x"), part("b();", "y"))).isEqualTo("a();\n  log();\ny c();\n");
    }

    @Test
    void theLastLineHasNoEndToTakeAlong() {
        assertThat(Cut.out("a();\nb();", List.of(new Cut.Part(5, 9, "")))).isEqualTo("a();\n");
    }

    @Test
    void nothingCutIsNothingChanged() {
        assertThat(out()).isEqualTo(CODE);
    }
}
