package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "static int f(AVFrame *frame)\n{\n    return 0;\n}",
                "int main(void) { }",
                "void f(T a) { a->b = 1; }",
                "#ifdef A\nint f(int a) { return a; }\n#endif",
                "static void f(ram_addr_t start) { g(start); }",
                "size_t f(int a) { return sizeof(a); }"
            })
    void pointersDirectivesAndItsTypesAreC(String code) {
        assertThat(Guess.dialect(code)).isEqualTo(CFamily.C);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public int f(int a) { return a * b; }",
                "static int f(java.lang.Object a) { return (a * 3); }",
                "@Override\nint f() { return 1; }",
                "void f(String a) { b.map(x->y); }",
                "static StringBuilder f(int size) { return new StringBuilder((int) min(size * 8L, MAX)); }"
            })
    void javaIsJavaThoughItMultiplies(String code) {
        assertThat(Guess.dialect(code)).isEqualTo(Braces.JAVA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def m(a): return a",
                "def m(a):\n    return {a}\n",
                "import x\n\n@y\ndef m(a) -> int:\n    b = 1; c = 2\n",
                "async def m(\n    a,\n    b):  # why\n    pass"
            })
    void aFunctionThatEndsItsHeadWithAColonIsPython(String code) {
        assertThat(Guess.dialect(code)).isEqualTo(Indentation.INSTANCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function f(a, b) { return a + b }",
                "const f = async (a) => { await g(a) }",
                "module.exports = function (a) { return a === 1 }",
                "export default function () { const a = `${b}`; return a }"
            })
    void functionsWithoutTypesArrowsAndTemplatesAreJavaScript(String code) {
        assertThat(Guess.dialect(code)).isEqualTo(Script.JAVASCRIPT);
    }

    @Test
    void withTypesTheyAreTypeScript() {
        assertThat(Guess.dialect("export function f<T>(a: T, b: string): Promise<T> { return a; }"))
                .isEqualTo(Script.TYPESCRIPT);
    }

    @Test
    void aFunctionWhoseParametersHaveNoColonIsGo() {
        assertThat(Guess.dialect("func (a *A) Get(b int) (string, error) {\n\treturn a.b, nil\n}"))
                .isEqualTo(Go.INSTANCE);
        assertThat(Guess.dialect("func get(a: Int) -> String {\n  return b\n}")).isEqualTo(Dialect.ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function f($a, $b) { return $a === $b; }",
                "fn f(a: u32) -> u32 { let b = a; b == 1 }",
                "f <- function(x) { y = x; y }",
                "fun f(a: Int) { val b = a === 1 }"
            })
    void relativesOfScriptsAreNotTakenForThem(String code) {
        assertThat(Guess.dialect(code).language()).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a = b", "int f(int a) { return a; }", "def f(a: Int): Int = { a }", "/* struct *s */ x();"})
    void whatMayBeManyIsReadByItsTokens(String code) {
        assertThat(Guess.dialect(code)).isEqualTo(Dialect.ANY);
    }
}
