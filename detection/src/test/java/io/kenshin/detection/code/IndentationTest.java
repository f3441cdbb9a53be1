package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How Python is read. */
class IndentationTest {
    private static final Indentation PYTHON = Indentation.INSTANCE;

    private static List<String> statements(String code) {
        return Marks.statements(PYTHON, code);
    }

    private static String marked(String code) {
        return Marks.places(PYTHON, code);
    }

    private static List<String> texts(String code) {
        return Marks.texts(PYTHON, code);
    }

    @Test
    void aLineHoldsTheDeeperLinesAfterItUpToTheNextOfItsDepth() {
        String code = "a()\nfor x in b:\n    c()\n    if x:\n        d()\ne()\n";

        assertThat(statements(code))
                .containsExactly(
                        "a()",
                        "for x in b:\n    c()\n    if x:\n        d()",
                        "c()",
                        "if x:\n        d()",
                        "d()",
                        "e()");
    }

    @Test
    void aLineGoesOnInsideBracketsAndAfterABackslash() {
        assertThat(statements("f(a,\n  b)\ng([1,\n 2],\n {3:\n 4})\nh = 1 + \\\n  2\n"))
                .containsExactly("f(a,\n  b)", "g([1,\n 2],\n {3:\n 4})", "h = 1 + \\\n  2");
    }

    @Test
    void theFunctionAsAWholeIsNoStatementOfIt() {
        assertThat(statements("def m():\n    a()\n    b()\n")).containsExactly("a()", "b()");
    }

    @Test
    void aCommentBeginsAnywhereAndTwoSlashesDivide() {
        assertThat(texts("a = b // c # d's\ne")).containsExactly("a", "=", "b", "//", "c", "# d's", "e");
    }

    @Test
    void textsMayHavePrefixesAndSeveralLines() {
        assertThat(texts("f(rb'a', \"\"\"b\n'c\"\"\", f\"d\", '')"))
                .containsExactly("f", "(", "rb'a'", ",", "\"\"\"b\n'c\"\"\"", ",", "f\"d\"", ",", "''", ")");
        assertThat(texts("'''a\\'''b")).containsExactly("'''a\\'''b");
        assertThat(texts("rub = bar")).containsExactly("rub", "=", "bar");
    }

    @Test
    void aPlaceIsBeforeEachLineOfAFunctionsBody() {
        assertThat(marked("import x\n\ndef m(a):\n    b()\n    if a:\n        c()\n    return {a: 1}\n"))
                .isEqualTo("import x\n\ndef m(a):\n    ^b()\n    ^if a:\n        ^c()\n    ^return {a: 1}\n");
        assertThat(marked("async def m(a):\n    b()\n")).isEqualTo("async def m(a):\n    ^b()\n");
    }

    @Test
    void codeWithoutAFunctionHasPlacesToo() {
        assertThat(marked("a = 1\nb(a)\n")).isEqualTo("^a = 1\n^b(a)\n");
    }

    @Test
    void nothingIsPutBetweenAStatementAndWhatItGoesOnWith() {
        assertThat(marked("def m():\n if a:\n  b()\n elif c:\n  d()\n else:\n  e()\n"))
                .isEqualTo("def m():\n ^if a:\n  ^b()\n elif c:\n  ^d()\n else:\n  ^e()\n");
        assertThat(marked("def m():\n try:\n  b()\n except E as e:\n  pass\n finally:\n  d()\n"))
                .isEqualTo("def m():\n ^try:\n  ^b()\n except E as e:\n  ^pass\n finally:\n  ^d()\n");
        assertThat(marked("def m():\n match a:\n  case 1:\n   b()\n  case _:\n   c()\n"))
                .isEqualTo("def m():\n ^match a:\n  case 1:\n   ^b()\n  case _:\n   ^c()\n");
    }

    @Test
    void nothingIsPutIntoBracketsNorBeforeADocumentationNorAfterAJump() {
        String head = "def m():\n    \"\"\"Why.\n    Because.\"\"\"\n";

        assertThat(marked(head + "    f(a,\n      b)\n    x = 1 + \\\n        2\n    return x\n    g()\n"))
                .isEqualTo(head + "    ^f(a,\n      b)\n    ^x = 1 + \\\n        2\n    ^return x\n    g()\n");
    }

    @Test
    void nothingIsPutAmongTheMembersOfAClassOrBehindADecorator() {
        assertThat(marked("class C:\n    x = 1\n    @property\n    def y(self):\n        return 1\n"))
                .isEqualTo("class C:\n    x = 1\n    @property\n    def y(self):\n        ^return 1\n");
        assertThat(marked("def m():\n    @n\n    def o():\n        p()\n    q()\n"))
                .isEqualTo("def m():\n    ^@n\n    def o():\n        ^p()\n    ^q()\n");
    }

    @Test
    void aCommentBelongsToTheLinesAroundItWhereverItStands() {
        assertThat(marked("def m():\n    a()\n# why\n    b()\n")).isEqualTo("def m():\n    ^a()\n# why\n    ^b()\n");
        assertThat(statements("def m():\n    if a:\n        b()\n# why\n    c()\n    d()\n"))
                .containsExactly("if a:\n        b()", "b()", "# why", "c()", "d()");
    }

    @Test
    void linesArePutWithTheIndentationOfTheirPlace() {
        String code = "def m():\n\ta()\n";
        int place = code.indexOf("a()");

        assertThat(PYTHON.put(code, place, "if x:  # why\n            y()"))
                .isEqualTo("def m():\n\tif x:  # why\n\t    y()\n\ta()\n");
        assertThat(PYTHON.put(code, place, "if x:\n            y()\n        z()"))
                .isEqualTo("def m():\n\tif x:\n\t    y()\n\tz()\n\ta()\n");
        assertThat(PYTHON.put(code, place, "s = '''a\n b'''")).isEqualTo("def m():\n\ts = '''a\n b'''\n\ta()\n");
    }

    @Test
    void whatIsPutAtTheEndGoesOnWithTheBody() {
        String code = "def m():\n    if a:\n        return b";

        assertThat(PYTHON.put(code, code.length(), "c()")).isEqualTo(code + "\n    c()\n");
        assertThat(PYTHON.put("", 0, "c()")).isEqualTo("c()\n");
    }

    @Test
    void aDecoratorGoesBeforeTheFunctionAndAfterTheImports() {
        assertThat(PYTHON.annotate("import a\ndef m():\n    b()\n", "@c"))
                .isEqualTo("import a\n@c\ndef m():\n    b()\n");
        assertThat(PYTHON.annotate("a()\n", "@c")).isEqualTo("@c\na()\n");
    }

    @Test
    void parametersAndAssignedNamesAreDeclared() {
        assertThat(PYTHON.declared("import z\n@y\ndef m(self, a, b=f(x), *c, d: int = 1, **e):\n    g = h = a\n"
                        + "    i, (j, k) = b\n    l.n, o[p] = q\n    r: int = s\n    t += u == v\n"))
                .containsExactly("a", "b", "c", "d", "e", "g", "h", "i", "j", "k", "r");
    }

    @Test
    void loopsContextsAndHandlersDeclareNames() {
        assertThat(PYTHON.declared("for a, b in c:\n    with d() as e, f() as g:\n        pass\ntry:\n    h\n"
                        + "except E as i:\n    j\nk = [l for l in m if (n := l)]\nif o: p = 1\n"))
                .containsExactly("a", "b", "e", "g", "i", "k", "l", "n", "p");
    }
}
