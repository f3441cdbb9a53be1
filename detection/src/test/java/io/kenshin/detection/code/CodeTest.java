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
        assertThat(Dialect.of("java", INDENTED)).isInstanceOf(Braces.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c",
                "c++",
                "c#",
                "go",
                "java",
                "javascript",
                "kotlin",
                "php",
                "rust",
                "scala",
                "swift",
                "typescript"
            })
    void relativesOfCAreReadByTheirBraces(String language) {
        assertThat(Dialect.of(language, INDENTED)).isInstanceOf(Braces.class);
    }

    @Test
    void anUnknownLanguageIsGuessedAsNoneIs() {
        assertThat(Dialect.of("cobol", INDENTED)).isInstanceOf(Indentation.class);
        assertThat(Dialect.of("cobol", BRACED)).isInstanceOf(Braces.class);
        assertThat(Dialect.of(null, INDENTED)).isInstanceOf(Indentation.class);
        assertThat(Dialect.of(null, BRACED)).isInstanceOf(Braces.class);
    }

    @Test
    void pythonLooksLikeAFunctionWithoutBracesOrSemicolons() {
        assertThat(Dialect.of(null, "def m(a): return {a}")).isInstanceOf(Braces.class);
        assertThat(Dialect.of(null, "def m(a): a; b")).isInstanceOf(Braces.class);
        assertThat(Dialect.of(null, "a = b")).isInstanceOf(Braces.class);
        assertThat(Dialect.of(null, "")).isInstanceOf(Braces.class);
    }

    @Test
    void anEditKeepsTheLanguageThoughItNoLongerLooksLikeIt() {
        Code edited = Code.of(INDENTED).with("log();\n" + INDENTED);

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
    void bothDialectsDeclareANameAndKnowTheKeywordsOfAll() {
        for (Dialect dialect : List.of(Braces.INSTANCE, Indentation.INSTANCE)) {
            assertThat(dialect.declaration("count")).isEqualTo("int count = 0;");
            assertThat(dialect.isKeyword("return")).isTrue();
            assertThat(dialect.isKeyword("count")).isFalse();
        }
    }
}
