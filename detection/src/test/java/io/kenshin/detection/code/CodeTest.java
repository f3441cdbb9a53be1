package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dialect code is read in. */
class CodeTest {
    private static final String INDENTED = "def m(a):\n    return a\n";
    private static final String BRACED = "int m(int a) { return a; }";

    @Test
    void theNamedLanguageDecidesWhateverTheCodeLooksLike() {
        assertThat(Dialect.of("python", BRACED)).isInstanceOf(Indentation.class);
        assertThat(Dialect.of("java", INDENTED)).isEqualTo(Braces.JAVA);
        assertThat(Dialect.of("c", INDENTED)).isEqualTo(CFamily.C);
        assertThat(Dialect.of("c++", INDENTED)).isEqualTo(CFamily.CPP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c#", "kotlin", "php", "rust", "scala", "swift"})
    void otherRelativesOfJavaAreReadByTheirTokens(String language) {
        assertThat(Dialect.of(language, INDENTED)).isEqualTo(Dialect.ANY);
        assertThat(Dialect.of(language, INDENTED).language()).isEmpty();
    }

    @Test
    void anUnknownLanguageIsGuessedAsNoneIs() {
        assertThat(Dialect.of("cobol", INDENTED)).isInstanceOf(Indentation.class);
        assertThat(Dialect.of("cobol", BRACED)).isInstanceOf(Braces.class);
        assertThat(Dialect.of(null, INDENTED)).isInstanceOf(Indentation.class);
        assertThat(Dialect.of(null, BRACED)).isInstanceOf(Braces.class);
    }

    @Test
    void anEditKeepsTheLanguageThoughItNoLongerLooksLikeIt() {
        Code edited = Code.of(INDENTED).with("log();\n");

        assertThat(edited.dialect()).isInstanceOf(Indentation.class);
        assertThat(edited.text()).startsWith("log();");
        assertThat(Code.of(edited.text())).isNotEqualTo(edited);
    }

    @Test
    void codeIsReadInItsDialect() {
        Code code = Code.of(INDENTED);
        List<Token> tokens = code.tokens();

        assertThat(tokens).extracting(Token::text).containsExactly("def", "m", "(", "a", ")", ":", "return", "a");
        assertThat(code.statements(tokens)).containsExactly(new Range(6, 8));
        assertThat(Code.of(BRACED).declared()).containsExactly("a");
    }

    @Test
    void everyDialectDeclaresANameInItsOwnWordsAndKnowsItsKeywords() {
        assertThat(Dialect.all())
                .extracting(dialect -> dialect.declaration("count"))
                .contains("int count = 0;", "count = 0");
        for (Dialect dialect : Dialect.all()) {
            assertThat(dialect.isKeyword("return")).isTrue();
            assertThat(dialect.isKeyword("count")).isFalse();
        }
        assertThat(Indentation.INSTANCE.isKeyword("elif")).isTrue();
        assertThat(CFamily.C.isKeyword("class")).isFalse();
        assertThat(CFamily.CPP.isKeyword("class")).isTrue();
    }

    @Test
    void aModelReadsCodeAsFarAsItsLimitReaches() {
        Code code = Code.of("a(b); c(d);");

        assertThat(code.reach(0)).isEqualTo(11);
        assertThat(code.within(13).reach(0)).isEqualTo(11);
        assertThat(code.within(7).reach(0)).isEqualTo(6);
        assertThat(code.within(7).reach(2)).isEqualTo(3);
        assertThat(code.within(1).reach(2)).isZero();
        assertThat(code.within(7).with("e(f); g(h);").reach(0)).isEqualTo(6);
    }
}
