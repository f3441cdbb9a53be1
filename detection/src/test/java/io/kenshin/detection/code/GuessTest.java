package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

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
            strings = {"", "a = b", "int f(int a) { return a; }", "def f(a: Int): Int = { a }", "/* struct *s */ x();"})
    void whatMayBeManyIsReadByItsTokens(String code) {
        assertThat(Guess.dialect(code)).isEqualTo(Dialect.ANY);
    }
}
