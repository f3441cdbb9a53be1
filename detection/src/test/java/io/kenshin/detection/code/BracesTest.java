package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a statement may be put among braces. */
class BracesTest {
    /** The code with a mark at each place. */
    private static String marked(String code) {
        StringBuilder marked = new StringBuilder(code);
        List<Integer> places = Braces.JAVA.places(code, Lexer.tokens(code));
        for (int i = places.size() - 1; i >= 0; i--) {
            marked.insert(places.get(i), "^");
        }
        return marked.toString();
    }

    private static List<String> statements(String code) {
        List<Token> tokens = Lexer.tokens(code);
        return Braces.JAVA.statements(code, tokens).stream()
                .map(range -> code.substring(
                        tokens.get(range.from()).start(),
                        tokens.get(range.to() - 1).end()))
                .toList();
    }

    @Test
    void aPlaceIsBeforeEachStatementOfABody() {
        assertThat(marked("void m() { a(); b(); }")).isEqualTo("void m() { ^a(); ^b(); ^}");
    }

    @Test
    void nothingIsPutOutsideABody() {
        assertThat(marked("int a = 1; int b = 2; b()")).isEqualTo("int a = 1; int b = 2; b()");
    }

    @Test
    void nothingIsPutIntoParentheses() {
        assertThat(marked("m() { for (int i = 0; i < 3; i++) { a(); } }"))
                .isEqualTo("m() { ^for (int i = 0; i < 3; i++) { ^a(); ^} ^}");
    }

    @Test
    void nothingIsPutBetweenAStatementAndWhatItGoesOnWith() {
        assertThat(marked("m() { if (a) { b(); } else { c(); } }"))
                .isEqualTo("m() { ^if (a) { ^b(); ^} else { ^c(); ^} ^}");
        assertThat(marked("m() { try { a(); } catch (E e) { } finally { b(); } }"))
                .isEqualTo("m() { ^try { ^a(); ^} catch (E e) { ^} finally { ^b(); ^} ^}");
        assertThat(marked("m() { do { a(); } while (b); }")).isEqualTo("m() { ^do { ^a(); ^} while (b); ^}");
    }

    @Test
    void nothingIsPutAfterAJump() {
        assertThat(marked("m() { a(); return b; }")).isEqualTo("m() { ^a(); ^return b; }");
        assertThat(marked("m() { throw b; }")).isEqualTo("m() { ^throw b; }");
        assertThat(marked("m() { break; }")).isEqualTo("m() { ^break; }");
        assertThat(marked("m() { continue; }")).isEqualTo("m() { ^continue; }");
    }

    @Test
    void aStatementIsReadWithItsBlocksAndTheBlocksByThemselves() {
        assertThat(statements("a(); if (b) { c(); d(); } e();"))
                .containsExactly("a();", "c();", "d();", "if (b) { c(); d(); }", "e();");
    }

    @Test
    void anAnnotationEndsWithItsArguments() {
        assertThat(statements("@Test(timeout = f(3)) void m() { a(); b(); }")).contains("@Test(timeout = f(3))");
        assertThat(statements("@org.junit.Test void m() { a(); b(); }")).contains("@org.junit.Test");
    }

    @Test
    void semicolonsInParenthesesAndBracketsEndNothing() {
        assertThat(statements("m(x -> { a(); }); b();")).contains("m(x -> { a(); });", "a();", "b();");
        assertThat(statements("int[] a = { 1 }; b();")).contains("int[] a = { 1 };", "b();");
    }

    @Test
    void whatIsNearlyTheWholeSnippetIsNoStatementOfIt() {
        assertThat(statements("void m() { a(); }")).containsExactly("a();");
    }

    @Test
    void braceThatNobodyClosedReachesToTheEnd() {
        assertThat(statements("x(); while (true) { a(); b();")).contains("x();", "a();", "b();");
    }
}
