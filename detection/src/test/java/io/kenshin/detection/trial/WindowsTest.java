package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Range;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static int[] around(String code, int from, int to) {
        return Windows.around(Lexer.tokens(code), new Range(from, to));
    }

    @Test
    void whatStandsThereIsLeftOut() {
        assertThat(around("a b X Y c d", 2, 4)).isEqualTo(around("a b c d", 2, 2));
    }

    @Test
    void sixTokensOnEachSideAreSeenAndNoMore() {
        assertThat(around("far a b c d e f g h i j k l", 7, 7))
                .isEqualTo(around("other a b c d e f g h i j k l more", 7, 7));
        assertThat(around("a b c d e f g h", 6, 6)).isNotEqualTo(around("z b c d e f g h", 6, 6));
        assertThat(around("a b c d e f", 0, 0)).isNotEqualTo(around("a b c d e z", 0, 0));
    }

    @Test
    void sidesAndDistancesAreToldApart() {
        assertThat(around("a b", 1, 1)).isNotEqualTo(around("b a", 1, 1));
        assertThat(around("x a b y", 3, 3)).isNotEqualTo(around("x b a y", 3, 3));
    }

    @Test
    void namesCountLessThanWhatTheyAre() {
        int[] one = around("call ( left ) ; } ", 5, 5);
        int[] other = around("call ( right ) ; } ", 5, 5);
        int[] text = around("call ( \"left\" ) ; } ", 5, 5);

        assertThat(shared(one, other)).isGreaterThan(shared(one, text)).isLessThan(one.length);
    }

    private static long shared(int[] one, int[] other) {
        List<Integer> all = Arrays.stream(other).boxed().toList();
        return Arrays.stream(one).filter(all::contains).count();
    }

    @Test
    void atTheEndsAndInNothingThereAreWindowsToo() {
        for (int[] features : List.of(around("a b", 0, 0), around("a b", 2, 2), around("", 0, 0))) {
            assertThat(features).isNotEmpty().doesNotHaveDuplicates();
            assertThat(Arrays.stream(features)).allMatch(feature -> feature >= 0 && feature < Windows.WIDTH);
        }
        assertThat(around("a b", 0, 0)).isNotEqualTo(around("a b", 2, 2));
    }
}
