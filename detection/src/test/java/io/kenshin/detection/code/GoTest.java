package io.kenshin.detection.code;

import static io.kenshin.detection.code.Marks.places;
import static io.kenshin.detection.code.Marks.statements;
import static io.kenshin.detection.code.Marks.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How Go is read. */
class GoTest {
    private static final Go GO = Go.INSTANCE;

    @Test
    void aTextInBackticksMayHaveSeveralLinesAndNothingIsEscapedInIt() {
        assertThat(texts(GO, "a := `b\\\n\"c` + \"d\\\"\" // e"))
                .containsExactly("a", ":=", "`b\\\n\"c`", "+", "\"d\\\"\"", "// e");
    }

    @Test
    void aStatementEndsWithItsLine() {
        assertThat(
                        places(
                                GO,
                                "func f(a int) (b string, err error) {\n\tc(\n\t\ta,\n\t)\n\td := a +\n\t\t1\n\treturn d, nil\n}"))
                .isEqualTo(
                        "func f(a int) (b string, err error) {\n\t^c(\n\t\ta,\n\t)\n\t^d := a +\n\t\t1\n\t^return d, nil\n}");
        assertThat(statements(GO, "func f() {\n\ta() // b\n\tc()\n\tif d {\n\t\te()\n\t}\n}"))
                .containsExactly("a()", "// b", "c()", "e()", "if d {\n\t\te()\n\t}");
    }

    @Test
    void aBlockIsToldFromAValueInAHead() {
        assertThat(
                        places(
                                GO,
                                "func f() {\n\tfor _, a := range []string{\"b\"} {\n\t\tc(a)\n\t}\n\tif d := (e{}); d.g {\n\t\th()\n\t} else {\n\t\ti()\n\t}\n}"))
                .isEqualTo(
                        "func f() {\n\t^for _, a := range []string{\"b\"} {\n\t\t^c(a)\n\t^}\n\t^if d := (e{}); d.g {\n\t\t^h()\n\t^} else {\n\t\t^i()\n\t^}\n^}");
        assertThat(places(GO, "func f() {\n\tfor {\n\t\ta()\n\t}\n}"))
                .isEqualTo("func f() {\n\t^for {\n\t\t^a()\n\t^}\n^}");
    }

    @Test
    void thereArePlacesInClosuresButNotInTypesOrValues() {
        assertThat(
                        places(
                                GO,
                                "func f() {\n\tgo func(a map[string]interface{}) {\n\t\tb(c{d: 1})\n\t}(e)\n\ttype g struct {\n\t\th int\n\t}\n}"))
                .isEqualTo(
                        "func f() {\n\t^go func(a map[string]interface{}) {\n\t\t^b(c{d: 1})\n\t^}(e)\n\t^type g struct {\n\t\th int\n\t}\n^}");
        assertThat(places(GO, "type f func(a int) error\n\nvar g = []int{1}\n")).doesNotContain("^");
    }

    @Test
    void nothingIsPutBeforeACase() {
        assertThat(
                        places(
                                GO,
                                "func f() {\n\tswitch {\n\t// a\n\tcase b:\n\t\tc()\n\t\td()\n\tdefault:\n\t}\n\tselect {\n\tcase e := <-g:\n\t\th(e)\n\t}\n}"))
                .isEqualTo(
                        "func f() {\n\t^switch {\n\t// a\n\tcase b:\n\t\tc()\n\t\t^d()\n\tdefault:\n\t}\n\t^select {\n\tcase e := <-g:\n\t\th(e)\n\t^}\n^}");
    }

    @Test
    void receiversParametersResultsAndVariablesAreDeclared() {
        assertThat(
                        GO.declared(
                                "func (a *A) f(b, c int, d ...string) (e B, err error) {\n\tg, _ := h()\n\tvar i, j int\n"
                                        + "\tvar (\n\t\tk = 1\n\t\tl, m C\n\t)\n\tconst n = 2\n\tfor o, p := range q {\n\t\tr := func(s int) {}\n\t}\n}"))
                .containsExactly("a", "b", "c", "d", "e", "err", "g", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s");
        assertThat(GO.declared("func f(a.B, *C) (int, error) {\n\treturn g, nil\n}"))
                .isEmpty();
    }

    @Test
    void aNameIsDeclaredAndTheFunctionHasOne() {
        assertThat(GO.declaration("a")).isEqualTo("var a int");
        assertThat(Names.method(Code.of("func (a *A) Get(b int) {}", "go"))).contains("Get");
    }
}
