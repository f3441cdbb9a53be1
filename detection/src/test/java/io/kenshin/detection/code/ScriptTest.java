package io.kenshin.detection.code;

import static io.kenshin.detection.code.Marks.places;
import static io.kenshin.detection.code.Marks.statements;
import static io.kenshin.detection.code.Marks.texts;
import static io.kenshin.detection.code.Script.JAVASCRIPT;
import static io.kenshin.detection.code.Script.TYPESCRIPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How JavaScript and TypeScript are read. */
class ScriptTest {
    @Test
    void aTemplateIsTextsWithTheTokensOfItsExpressionsBetweenThem() {
        assertThat(texts(JAVASCRIPT, "`a${b + {c: `d${e}`}.c}f` + g"))
                .containsExactly("`a${", "b", "+", "{", "c", ":", "`d${", "e", "}`", "}", ".", "c", "}f`", "+", "g");
        assertThat(texts(JAVASCRIPT, "`a\n'b`;c")).containsExactly("`a\n'b`", ";", "c");
    }

    @Test
    void aSlashBeginsAPatternWhereAValueStandsAndDividesElsewhere() {
        assertThat(texts(JAVASCRIPT, "a = /[/'](b)\\//gi.test(c) / d / 2"))
                .containsExactly("a", "=", "/[/'](b)\\//gi", ".", "test", "(", "c", ")", "/", "d", "/", "2");
        assertThat(texts(JAVASCRIPT, "return /a/")).containsExactly("return", "/a/");
        assertThat(texts(JAVASCRIPT, "(/a\n/b")).containsExactly("(", "/", "a", "/", "b");
    }

    @Test
    void aPrivateNameIsNoComment() {
        assertThat(texts(JAVASCRIPT, "#!/bin/node\nclass A {\n  #b = 1\n}"))
                .containsExactly("#!/bin/node", "class", "A", "{", "#", "b", "=", "1", "}");
    }

    @Test
    void aStatementEndsWithItsLineUnlessTheNextGoesOn() {
        assertThat(places(JAVASCRIPT, "function f(a) {\n  b()\n  c\n    .d()\n  const e = a +\n    1\n  return e\n}"))
                .isEqualTo("function f(a) {\n  ^b()\n  ^c\n    .d()\n  ^const e = a +\n    1\n  ^return e\n}");
        assertThat(statements(JAVASCRIPT, "a() // why\nb() /* c */\n// d\ne()"))
                .containsExactly("a()", "// why", "b()", "/* c */", "// d", "e()");
    }

    @Test
    void thereArePlacesInClosuresAndMethodsButNotInValuesOrAmongMembers() {
        assertThat(places(
                        JAVASCRIPT,
                        "const f = async ({ a }, b = {}) => { g(x => { h(); }); return { i() { j(); } }; }"))
                .isEqualTo("const f = async ({ a }, b = {}) => { ^g(x => { ^h(); ^}); ^return { i() { ^j(); ^} }; }");
        assertThat(places(
                        JAVASCRIPT,
                        "class A extends b.C {\n  d = 1\n  static e() { f(); }\n  get g() { return 1; }\n}"))
                .isEqualTo("class A extends b.C {\n  d = 1\n  static e() { ^f(); ^}\n  get g() { ^return 1; }\n}");
        assertThat(places(JAVASCRIPT, "function f() { module.a = class B extends C { d() { } } }"))
                .isEqualTo("function f() { ^module.a = class B extends C { d() { ^} } ^}");
    }

    @Test
    void aScriptWithoutAFunctionHasPlacesBetweenItsStatements() {
        assertThat(places(JAVASCRIPT, "const a = require('b')\na.c()\n"))
                .isEqualTo("^const a = require('b')\n^a.c()\n");
    }

    @Test
    void nothingIsPutBetweenAHeadAndWhatItDecidesAbout() {
        assertThat(places(
                        JAVASCRIPT,
                        "function f() {\n if (a)\n  b()\n else if (c) d()\n for (const e of g) h()\n"
                                + " do { i() } while (j)\n try { k() } catch { l() } finally { m() }\n}"))
                .isEqualTo("function f() {\n ^if (a)\n  b()\n else if (c) d()\n ^for (const e of g) h()\n"
                        + " ^do { ^i() ^} while (j)\n ^try { ^k() ^} catch { ^l() ^} finally { ^m() ^}\n^}");
    }

    @Test
    void nothingIsPutBeforeACaseOrItsComment() {
        assertThat(places(JAVASCRIPT, "function f() {\n switch (a) {\n // b\n case 1:\n c()\n break\n }\n}"))
                .isEqualTo("function f() {\n ^switch (a) {\n // b\n case 1:\n c()\n ^break\n }\n^}");
    }

    @Test
    void typesOfResultsStandBetweenParametersAndBodies() {
        assertThat(places(TYPESCRIPT, "export function f<T>(a: T): Promise<Map<string, T[]>> { return a; }"))
                .isEqualTo("export function f<T>(a: T): Promise<Map<string, T[]>> { ^return a; }");
        assertThat(places(TYPESCRIPT, "function f(a: any): a is (b: { c: d }) => void { e(); }"))
                .isEqualTo("function f(a: any): a is (b: { c: d }) => void { ^e(); ^}");
        assertThat(places(TYPESCRIPT, "function f(a: A): B<{\n  [K in keyof A]: C }>;"))
                .doesNotContain("{^");
        assertThat(places(TYPESCRIPT, "namespace n { interface A { b: string; }\n enum C { D }\n e(); }"))
                .isEqualTo("namespace n { ^interface A { b: string; }\n ^enum C { D }\n ^e(); ^}");
    }

    @Test
    void parametersVariablesAndPatternsDeclareNames() {
        assertThat(JAVASCRIPT.declared("async function f(a, { b, c: d = 1, ...e }, [g, h]) {\n  let i = 1, j\n"
                        + "  for (const k of l) { m(n => n, (o, p) => q(r)) }\n  try { } catch (s) { }\n"
                        + "  var { [t]: u } = v\n}"))
                .containsExactly("a", "b", "d", "e", "g", "h", "i", "j", "k", "n", "o", "p", "s", "u");
    }

    @Test
    void typesAreNotNames() {
        assertThat(TYPESCRIPT.declared(
                        "function f<T>(this: A, a: Map<B, C>, b?: D, ...c: E[]): F<G> {\n  const d: H = i;\n"
                                + "  return (e: J): K => l(e);\n}\nclass M { constructor(private readonly n: O) { } }"))
                .containsExactly("a", "b", "c", "d", "e", "n");
    }

    @Test
    void aNameIsDeclaredAndTheFirstFunctionHasOne() {
        assertThat(JAVASCRIPT.declaration("a")).isEqualTo("let a = 0;");
        assertThat(Names.method(Code.of("async function (a) { b(a) }", "javascript")))
                .contains("b");
        assertThat(Names.rename(Code.of("a(`${a} a`)", "js"), "a", "z")).isEqualTo("z(`${z} a`)");
    }

    @Test
    void severalLinesArePutWithTheIndentationOfTheirPlace() {
        String code = "f(() => {\n\t\ta()\n})";

        assertThat(JAVASCRIPT.put(code, code.indexOf("a()"), "if (b) {\n    c()\n}"))
                .isEqualTo("f(() => {\n\t\tif (b) {\n\t\t    c()\n\t\t}\n\t\ta()\n})");
    }

    @Test
    void everyLanguageGoesByItsOtherNamesToo() {
        assertThat(List.of("js", "jsx", "javascript")).allMatch(name -> Dialect.of(name, "") == JAVASCRIPT);
        assertThat(List.of("ts", "tsx", "typescript")).allMatch(name -> Dialect.of(name, "") == TYPESCRIPT);
        assertThat(Dialect.reads("py")).isTrue();
        assertThat(Dialect.reads("kotlin")).isFalse();
        assertThat(Dialect.reads("cobol")).isFalse();
    }
}
