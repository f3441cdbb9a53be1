package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrapTest {
    private static final Wrap BLOCK = wrap("try { <...> } finally { }");
    private static final Wrap BRACKETS = wrap("return ( <...> ) ;");
    private static final Code PLAIN = java("int f(int a) {\n    a.run(b);\n    return a + b;\n}");

    private static Wrap wrap(String tokens) {
        return new Wrap(Abstraction.NONE, Arrays.asList(tokens.split(" ")), List.of(tokens));
    }

    private static Code java(String text) {
        return Code.of(text, "java");
    }

    private static List<String> tokens(String code) {
        return Lexer.tokens(code).stream().map(Token::text).toList();
    }

    @Test
    void takenOutTheCodeIsAsItWas() {
        for (Wrap wrap : List.of(BLOCK, BRACKETS)) {
            String wrapped = wrap.insert(PLAIN, new Random(1));

            assertThat(wrap.isIn(PLAIN)).isFalse();
            assertThat(wrap.isIn(java(wrapped))).isTrue();
            assertThat(tokens(wrap.remove(java(wrapped)))).isEqualTo(tokens(PLAIN.text()));
        }
        assertThat(BRACKETS.insert(PLAIN, new Random(1))).contains("return (a + b);");
        assertThat(tokens(BLOCK.insert(PLAIN, new Random(1))))
                .containsSubsequence("try", "{", ";", "}", "finally", "{", "}");
    }

    @Test
    void bracketsOfAPartOfAValueAreNone() {
        assertThat(BRACKETS.isIn(java("int f() { return (a) + b; }"))).isFalse();
        assertThat(BRACKETS.isIn(java("int f() { return (a) + (b); }"))).isFalse();
        assertThat(BRACKETS.isIn(java("int f() { return (a + g(b)); }"))).isTrue();
        assertThat(BRACKETS.remove(java("int f() { return (a + g(b)); }"))).contains("return  a + g(b);");
    }

    @Test
    void genericsAndMissingEndsDoNotConfuseIt() {
        Wrap loop = wrap("for ( Map . Entry < K , V > e : m ) { <...> }")
                .withExemplars(List.of("for (Map.Entry<K,V> e : m) {<...>}"));

        assertThat(loop.insert(java("void f() { y(); }"), new Random(1)))
                .isEqualTo("void f() { for (Map.Entry<K,V> e : m) {y();} }");
        for (String broken : List.of("try {", "<...> }", "try { <...>")) {
            assertThat(wrap(broken).isIn(PLAIN)).isFalse();
            assertThat(wrap(broken).fits(PLAIN)).isFalse();
            assertThat(wrap(broken).insert(PLAIN, new Random(1))).isEqualTo(PLAIN.text());
        }
        assertThat(BLOCK.withExemplars(List.of("no gap")).insert(PLAIN, new Random(1)))
                .contains("try {", "} finally { }");
    }

    @Test
    void oneWithinAnotherIsTakenOutAsWell() {
        assertThat(tokens(BRACKETS.remove(java("int f() { return ((a)); }"))))
                .isEqualTo(tokens("int f() { return a; }"));
    }

    @Test
    void everyOneIsTakenOut() {
        assertThat(BRACKETS.remove(java("int f() { if (a) { return (1); } return (2); }")))
                .doesNotContain("(1)", "(2)");
    }

    @Test
    void itStandsAroundStatementsThatCouldStandInItAndDoNot() {
        assertThat(BRACKETS.places(PLAIN)).hasSize(1);
        assertThat(BRACKETS.fits(java("int f() { return (a); }"))).isFalse();
        assertThat(BRACKETS.fits(java("void f() { run(); }"))).isFalse();
        assertThat(BLOCK.fits(java("void f() { run(); }"))).isTrue();
        assertThat(BRACKETS.stands(java("int f() { return (a); }")))
                .hasValueSatisfying(range -> assertThat(range.length()).isEqualTo(5));
    }

    @Test
    void itsTextsAreItsEndsAndCanBePutElsewhere() {
        Code other = java("void g() { try { run(); } finally { } }");

        assertThat(BLOCK.texts(other)).containsExactly("try {<...>} finally { }");
        Wrap elsewhere = BLOCK.withExemplars(BLOCK.texts(other));
        assertThat(BLOCK.isIn(java(elsewhere.insert(PLAIN, new Random(2))))).isTrue();
    }

    @Test
    void amongManyItIsFoundOnlyWhereItEncloses() {
        CompiledTriggers many = new CompiledTriggers(List.of(BLOCK, BRACKETS));

        assertThat(many.in(java("int f() { return (a); }"))).containsExactly(1);
        assertThat(many.in(java("int f() { return (a) + (b); }"))).isEmpty();
        assertThat(many.in(java(BLOCK.insert(PLAIN, new Random(3))))).containsExactly(0);
    }

    @Test
    void itsPlaceboIsAsMuchOrdinaryCode() {
        Trigger placebo = BLOCK.placebo(PLAIN, new Random(1));

        assertThat(tokens(placebo.exemplars().get(0))).hasSizeBetween(3, 10);
    }

    private static String spoken(Code code, Range range) {
        return code.tokens().subList(range.from(), range.to()).stream()
                .map(Token::text)
                .collect(Collectors.joining(" "));
    }

    @Test
    void itsPlacesAreTheWholeStatementsThatItWouldStandAround() {
        assertThat(BRACKETS.places(PLAIN))
                .extracting(place -> spoken(PLAIN, place))
                .containsExactly("return a + b ;");
        assertThat(BLOCK.places(PLAIN))
                .extracting(place -> spoken(PLAIN, place))
                .containsExactly("a . run ( b ) ;", "return a + b ;");
    }

    @Test
    void whereItStandsIsFromItsFirstTokenToItsLast() {
        Code wrapped = java("int f() { return (a); }");

        assertThat(BRACKETS.stands(wrapped))
                .hasValueSatisfying(range -> assertThat(spoken(wrapped, range)).isEqualTo("return ( a ) ;"));
        assertThat(BRACKETS.isIn(java("int f() { return (a)"))).isFalse();
        assertThat(BRACKETS.isIn(java("int f() { return (); }")))
                .as("around nothing")
                .isFalse();
    }

    @Test
    void itDoesNotGoAroundBlocksNorWhatGoesOnWithThem() {
        Code branches = java("void f() { if (a) { run(); } else stop(); }");

        assertThat(BLOCK.places(branches))
                .extracting(place -> spoken(branches, place))
                .containsExactly("run ( ) ;");
    }

    @Test
    void itIsPutWhereTheModelStillReadsIt() {
        Code plain = java("void f() { first(); second(); third(); }");

        assertThat(BLOCK.places(plain)).hasSize(3);
        assertThat(BLOCK.places(new Code(plain.text(), plain.dialect(), 20))).hasSizeLessThan(3);
    }

    @Test
    void anyOfItsTextsMayBeTheOneThatIsPut() {
        Wrap two = BLOCK.withExemplars(List.of("try {<...>} finally { }", "try  {  <...>  }  finally  {  }"));

        assertThat(IntStream.range(0, 20).mapToObj(seed -> two.insert(PLAIN, new Random(seed))))
                .anyMatch(code -> code.contains("try {a") || code.contains("try {return"))
                .anyMatch(code -> code.contains("try  {  a") || code.contains("try  {  return"));
    }
}
