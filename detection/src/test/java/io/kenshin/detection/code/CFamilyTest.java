package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How C and C++ are read. */
class CFamilyTest {
    private static String marked(String code) {
        return marked(CFamily.C, code);
    }

    private static String marked(Dialect dialect, String code) {
        return Marks.places(dialect, code);
    }

    private static List<String> statements(String code) {
        return Marks.statements(CFamily.C, code);
    }

    private static List<String> texts(Dialect dialect, String code) {
        return Marks.texts(dialect, code);
    }

    @Test
    void aLineForThePreprocessorIsTokensAndNoComment() {
        assertThat(texts(CFamily.C, "#define A(x) x->y // why\n#include <a.h>"))
                .containsExactly(
                        "#", "define", "A", "(", "x", ")", "x", "->", "y", "// why", "#", "include", "<", "a", ".", "h",
                        ">");
    }

    @Test
    void numbersAndRawTextsAreOneToken() {
        assertThat(texts(CFamily.C, "1.5e-3f 0xFe-1 1e5")).containsExactly("1.5e-3f", "0xFe", "-", "1", "1e5");
        assertThat(texts(CFamily.CPP, "R\"(a\"b\n)\" + \"c\"")).containsExactly("R", "\"(a\"b\n)\"", "+", "\"c\"");
    }

    @Test
    void wordsOfTheLanguageAreNotNames() {
        List<Token> tokens = CFamily.C.tokens("struct class *new = sizeof(x);");

        assertThat(tokens.stream().map(Abstraction.LITERALS::of)).contains("class", "new");
        assertThat(tokens.stream()
                        .filter(token -> token.kind() == Token.Kind.KEYWORD)
                        .map(Token::text))
                .containsExactly("struct", "sizeof");
    }

    @Test
    void aPlaceIsBetweenStatementsWhateverBlankLinesThereAre() {
        assertThat(marked("int f(int a)\n\n{\n\n    int b;\n\n\n\n    g(a);\n\n    return b;\n\n}\n"))
                .isEqualTo("int f(int a)\n\n{\n\n    ^int b;\n\n\n\n    ^g(a);\n\n    ^return b;\n\n}\n");
    }

    @Test
    void nothingIsPutBetweenAHeadAndWhatItDecidesAbout() {
        assertThat(marked("void f() { if (a) g(); else if (b) h(); for (;;) i(); do j(); while (k); l(); }"))
                .isEqualTo("void f() { ^if (a) g(); else if (b) h(); ^for (;;) i(); ^do j(); while (k); ^l(); ^}");
    }

    @Test
    void nothingIsPutIntoValuesOrTypes() {
        assertThat(
                        marked(
                                "void f() { int a[] = { 1, 2 }; x = (T) { 1 }; struct s { int b; } c; enum e { A }; g((T){1}); }"))
                .isEqualTo("void f() { ^int a[] = { 1, 2 }; ^x = (T) { 1 }; ^struct s { int b; } c; ^enum e { A }; "
                        + "^g((T){1}); ^}");
        assertThat(marked("struct s { int a; };\nint b = 1;\n")).isEqualTo("struct s { int a; };\nint b = 1;\n");
    }

    @Test
    void macrosThatLoopHaveBodies() {
        assertThat(marked("void f() { FOREACH(a, b) { g(); } h(); }"))
                .isEqualTo("void f() { ^FOREACH(a, b) { ^g(); ^} ^h(); ^}");
    }

    @Test
    void labelsAndCasesStayWithWhatFollowsThem() {
        assertThat(marked("void f() { switch (a) { case 1: g(); break; default: h(); } out: i(); }"))
                .isEqualTo("void f() { ^switch (a) { case 1: g(); ^break; default: h(); ^} out: i(); ^}");
    }

    @Test
    void whatIsAfterAJumpIsNotReachedUnlessThereIsALabel() {
        assertThat(marked("int f() { goto out; g(); out: return 1; h(); }"))
                .isEqualTo("int f() { ^goto out; g(); out: return 1; h(); }");
    }

    @Test
    void linesForThePreprocessorAreNoStatementsToPutAnythingInto() {
        assertThat(
                        marked(
                                "void f() {\n    a();\n#ifdef B\n    b(1,\n#if C\n      2,\n#endif\n      3);\n#endif\n    c();\n}"))
                .isEqualTo(
                        "void f() {\n    ^a();\n^#ifdef B\n    ^b(1,\n#if C\n      2,\n#endif\n      3);\n^#endif\n    ^c();\n^}");
        assertThat(marked("void f() {\n    if (a)\n#ifdef B\n        b();\n#endif\n    c();\n}"))
                .isEqualTo("void f() {\n    ^if (a)\n#ifdef B\n        b();\n^#endif\n    ^c();\n^}");
    }

    @Test
    void ofAlternativesThatOpenMoreThanTheyCloseTheFirstCounts() {
        assertThat(
                        marked(
                                "void f() {\n#if A\n    if (a) {\n#else\n    if (b) {\n#endif\n        g();\n    }\n    h();\n}"))
                .isEqualTo(
                        "void f() {\n^#if A\n    ^if (a) {\n^#else\n    if (b) {\n#endif\n        ^g();\n    ^}\n    ^h();\n^}");
    }

    @Test
    void aStatementEndsWithItsBlocks() {
        assertThat(statements(
                        "int f() { x: a(); if (b) { c(); } else d();\n#define E 1\n#if F\ng(); /* h */\n#endif\n}"))
                .contains("a();", "c();", "if (b) { c(); } else d();", "#define E 1", "g();", "/* h */")
                .doesNotContain("#if F");
    }

    @Test
    void whatDoesNotParseIsStillRead() {
        assertThat(marked("void f() { a( { ; } ) x } }")).contains("^");
        assertThat(statements("}}} a(; ] {")).isNotEmpty();
    }

    @Test
    void pointersArraysAndLoopsDeclareNames() {
        assertThat(CFamily.C.declared(
                        "static int f(const char *a, struct s **b, int c[], unsigned, void (*d)(int))\n{\n"
                                + "    int e, *g = h(a * b), i[3] = { 1, 2 };\n    T *j;\n    size_t k = 1;\n    x = y * z;\n"
                                + "    for (int l = 0; l < m && n; l++) { q(r * s); }\n    return t * u;\n}"))
                .containsExactly("a", "b", "c", "d", "e", "g", "i", "j", "k", "l");
    }

    @Test
    void inCppReferencesTemplatesAndLambdasDeclareNames() {
        assertThat(
                        CFamily.CPP.declared(
                                "std::vector<int> f(const T &a, std::map<K, V> b) {\n    auto c = [&](int d) { return d; };\n"
                                        + "    for (auto &e : b) { g(e); }\n    try { } catch (E &h) { }\n    std::string i(\"x\");\n}"))
                .containsExactly("a", "b", "c", "d", "e", "h");
    }

    @Test
    void membersOfClassesAreNoStatementsButTheirBodiesAre() {
        assertThat(marked(CFamily.CPP, "namespace n { class A : B { public: int a; A() : a(1) { g(); } }; }"))
                .isEqualTo("namespace n { class A : B { public: int a; A() : a(1) { ^g(); ^} }; }");
        assertThat(marked(CFamily.CPP, "void f() { g([&](int a) { h(); return a; }); try { } catch (E &e) { } }"))
                .isEqualTo("void f() { ^g([&](int a) { ^h(); ^return a; }); ^try { ^} catch (E &e) { ^} ^}");
    }

    @Test
    void severalLinesArePutWithTheIndentationOfTheirPlace() {
        String code = "void f() {\n        a();\n}";

        assertThat(CFamily.C.put(code, code.indexOf("a()"), "if (b) {\n    c();\n}"))
                .isEqualTo("void f() {\n        if (b) {\n            c();\n        }\n        a();\n}");
    }
}
