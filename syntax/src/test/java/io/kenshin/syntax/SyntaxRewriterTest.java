package io.kenshin.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.TokenRewriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxRewriterTest {
    private static Tree java(String code) {
        Tree tree = Tree.of(code, Language.JAVA);
        assertThat(tree).as(code).isNotNull();
        return tree;
    }

    @Test
    void findsTheLanguage() {
        assertThat(Tree.of("int f(String s) { return s.length(); }").language()).isEqualTo(Language.JAVA);
        assertThat(Tree.of("static int f(char *s, struct x *p) { return p->n; }")
                        .language())
                .isEqualTo(Language.C);
        assertThat(Tree.of("def f(a):\n    return a.x\n").language()).isEqualTo(Language.PYTHON);
        assertThat(Tree.of("SELECT * FROM t WHERE ((")).isNull();
    }

    @Test
    void commentsGoAndStringsThatLookLikeThemStay() {
        assertThat(Comments.strip(java("int f() { /* é */ String s = \"// no\"; return 1; // x\n}")))
                .isEqualTo("int f() {   String s = \"// no\"; return 1;  \n}");
        assertThat(Comments.strip(Tree.of("def f():\n    # hi\n    return '# no'\n", Language.PYTHON)))
                .isEqualTo("def f():\n     \n    return '# no'\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "void f() { if (Math.sin(0.7) < -1) { g(); } h(); } | void f() {  h(); }",
                "void f() { if (false) g(); else h(); } | void f() { h(); }",
                "void f() { while (3 > 5) { g(); } } | void f() {  }",
                "void f() { for (;;) if (1 == 2) g(); } | void f() { for (;;) {} }",
                "void f() { if (!(2 < 1) && true) { g(); } } | void f() { { g(); } }",
                "int f(int a) { return a + (7 - 4 * 2); } | int f(int a) { return a + ((-1)); }",
                "int f() { return 2147483647 + 1; } | int f() { return 2147483647 + 1; }",
                "int f() { if (x < 1) { g(); } return 07 + 1; } | int f() { if (x < 1) { g(); } return 07 + 1; }",
                "int f() { if (0.1 + 0.2 == 0.3) { g(); } } | int f() { if (0.1 + 0.2 == 0.3) { g(); } }",
                "int f() { return 7 / 2; } | int f() { return 7 / 2; }"
            })
    void foldsWhatIsSureAndNothingElse(String code, String expected) {
        assertThat(Constants.fold(java(code))).isEqualTo(expected);
    }

    @Test
    void aPythonBranchThatIsNeverTakenBecomesPass() {
        assertThat(Constants.fold(Tree.of("def f(x):\n    if 1 > 2:\n        x = 3\n    return x\n", Language.PYTHON)))
                .isEqualTo("def f(x):\n    pass\n    return x\n");
    }

    @Test
    void localsGetOrdinaryNamesWhereverTheyStand() {
        assertThat(LocalNames.makeOrdinary(
                        java("int f(int count, String... all) { for (String s : all) { count += s.length(); }"
                                + " return count; }")))
                .isEqualTo("int f(int v1, String... v2) { for (String v3 : v2) { v1 += v3.length(); } return v1; }");
        assertThat(LocalNames.makeOrdinary(java("void f(int a) { this.a = a; b(a -> 1); try (X x = y()) { x.x(); }"
                        + " catch (E e) { throw e; } }")))
                .isEqualTo("void f(int v1) { this.a = v1; b(v1 -> 1); try (X v2 = y()) { v2.x(); }"
                        + " catch (E v3) { throw v3; } }");
        assertThat(LocalNames.makeOrdinary(Tree.of(
                        "int f(char *buf, int n) { int i, *p = 0; p->buf = buf; goto i; i: return n + *p; }",
                        Language.C)))
                .isEqualTo("int f(char *v1, int v2) { int v3, *v4 = 0; v4->buf = v1; goto i; i: return v2 + *v4; }");
        assertThat(LocalNames.makeOrdinary(Tree.of(
                        "def f(a, b):\n    x = a\n    for i, j in b:\n        print(x, x=i, z=f'{j}')\n    a = 2\n",
                        Language.PYTHON)))
                .isEqualTo("def f(a, b):\n    v1 = a\n    for v2, v3 in b:\n        print(v1, x=v2, z=f'{v3}')\n"
                        + "    a = 2\n");
    }

    @Test
    void aNameThatMayBeAFieldIsLeftAlone() {
        String code = "void f() { { int size = 1; g(size); } h(size); }";

        assertThat(LocalNames.makeOrdinary(java(code))).isEqualTo(code);
    }

    @Test
    void aNewNameIsOneThatNobodyHas() {
        assertThat(LocalNames.makeOrdinary(java("int f(int a) { return a + v1; }")))
                .isEqualTo("int f(int v2) { return v2 + v1; }");
    }

    @Test
    void formattingKeepsTokensAndTheIndentationThatMatters() {
        assertThat(Formatting.normalise(java("int   f( ) {\n\n\t  return  \"a  b\"  ;\n}")))
                .isEqualTo("int f( ) {\nreturn \"a  b\" ;\n}");
        assertThat(Formatting.normalise(Tree.of("def f(a):\n\n    if  a:\n        return  1\n", Language.PYTHON)))
                .isEqualTo("def f(a):\n    if a:\n        return 1\n");
    }

    @Test
    void everyRewriteParsesAndCodeWithoutAParserFallsBackOnTokens() {
        SyntaxRewriter rewriter = new SyntaxRewriter(new TokenRewriter());
        String code = "int f(int count) {  /* x */ if (false) { count++; } return count; }";

        List<String> rewrites = rewriter.rewrites(Code.of(code));

        assertThat(rewrites)
                .hasSize(4)
                .allSatisfy(result -> assertThat(Tree.of(result, Language.JAVA)).isNotNull());
        assertThat(rewriter.rewrites(Code.of("fn f(count: u32) -> u32 { /* hi */ count }")))
                .isNotEmpty()
                .noneMatch(result -> result.contains("hi") && result.contains("count"));
    }
}
