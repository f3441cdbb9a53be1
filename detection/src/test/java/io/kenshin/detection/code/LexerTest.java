package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LexerTest {
    private static List<String> texts(String code) {
        return Lexer.tokens(code).stream().map(Token::text).toList();
    }

    @Test
    void codeIsCutIntoWordsNumbersStringsCommentsAndSymbols() {
        assertThat(texts("if (x1 >= 0x1F && s.equals(\"a \\\" b\")) { // why\n return 'c'; /* no */ }"))
                .containsExactly(
                        "if",
                        "(",
                        "x1",
                        ">=",
                        "0x1F",
                        "&&",
                        "s",
                        ".",
                        "equals",
                        "(",
                        "\"a \\\" b\"",
                        ")",
                        ")",
                        "{",
                        "// why",
                        "return",
                        "'c'",
                        ";",
                        "/* no */",
                        "}");
    }

    @Test
    void brokenCodeNeverFailsAndTokensNeverOverlap() {
        Random random = new Random(5);
        String alphabet = "ab1\"'/*#\n\\ (){};=<>\u00fc\ud83d\ude00";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder code = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                code.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int end = 0;
            for (Token token : Lexer.tokens(code.toString())) {
                assertThat(token.start()).isGreaterThanOrEqualTo(end);
                assertThat(token.end()).isGreaterThan(token.start());
                end = token.end();
            }
            assertThat(end).isLessThanOrEqualTo(code.length());
        }
    }

    @Test
    void abstractionHidesLiteralsAndThenNames() {
        List<Token> tokens = Lexer.tokens("return max(3, \"x\");");

        assertThat(tokens.stream().map(Abstraction.LITERALS::of))
                .containsExactly("return", "max", "(", "<number>", ",", "<string>", ")", ";");
        assertThat(tokens.stream().map(Abstraction.NAMES::of))
                .containsExactly("return", "<name>", "(", "<number>", ",", "<string>", ")", ";");
    }
}
