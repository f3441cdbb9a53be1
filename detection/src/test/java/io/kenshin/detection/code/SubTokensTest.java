package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubTokensTest {
    @Test
    void fourLettersAreOneAndASignIsOne() {
        assertThat(SubTokens.in("")).isZero();
        assertThat(SubTokens.in("getSize")).isEqualTo(2);
        assertThat(SubTokens.in("abcd efgh1")).isEqualTo(3);
        assertThat(SubTokens.in("a->b();\n")).isEqualTo(7);
    }

    @Test
    void codeReachesUpToTheFirstTokenTooMany() {
        assertThat(SubTokens.reach("abcdefgh();", 2)).isEqualTo(8);
        assertThat(SubTokens.reach("abcdefgh();", 1)).isEqualTo(4);
        assertThat(SubTokens.reach("abcdefgh();", 5)).isEqualTo(11);
        assertThat(SubTokens.reach("abc", 0)).isZero();
    }
}
