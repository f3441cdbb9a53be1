package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenRewriterTest {
    private final TokenRewriter rewriter = new TokenRewriter();

    @Test
    void commentsGoAndNamesBecomeOrdinaryEachByItself() {
        String code = "int count = 1; // why\n/* now */ log(count);";

        assertThat(rewriter.rewrites(Code.of(code)))
                .containsExactly("int count = 1; \n log(count);", "int v1 = 1; // why\n/* now */ log(v1);");
    }

    @Test
    void whatARewriteLeavesAsItIsIsNoRewrite() {
        assertThat(rewriter.rewrites(Code.of("int count = 1;"))).containsExactly("int v1 = 1;");
        assertThat(rewriter.rewrites(Code.of("log(); // why"))).containsExactly("log(); ");
        assertThat(rewriter.rewrites(Code.of("log(\"// no\");"))).isEmpty();
    }
}
