package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Code;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextFeaturesTest {
    private static Set<Integer> of(String code) {
        Set<Integer> features = new HashSet<>();
        Arrays.stream(TextFeatures.of(Code.of(code))).forEach(features::add);
        return features;
    }

    private static long shared(String a, String b) {
        return of(a).stream().filter(of(b)::contains).count();
    }

    @Test
    void eachFeatureIsThereOnceAndWithinTheWidth() {
        int[] features = TextFeatures.of(Code.of("a b a b a b a b"));

        assertThat(features).doesNotHaveDuplicates();
        assertThat(Arrays.stream(features)).allMatch(feature -> feature >= 0 && feature < TextFeatures.WIDTH);
    }

    @Test
    void oneTwoAndThreeTokensAreFeaturesUnderTwoAbstractions() {
        // x y z: three of one, of two and of three tokens, with names and without
        assertThat(of("+ - *")).hasSizeBetween(15, 18);
        assertThat(of("")).isEmpty();
    }

    @Test
    void spacingMakesNoDifferenceAndOrderDoes() {
        assertThat(of("f( a );")).isEqualTo(of("f(a);"));
        assertThat(of("+ - *")).isNotEqualTo(of("* - +"));
    }

    @Test
    void literalsAreAlikeAndNamesHalfAlike() {
        assertThat(of("f(1);")).isEqualTo(of("f(2);"));
        assertThat(shared("f(a, b);", "g(c, d);"))
                .isPositive()
                .isLessThan(of("f(a, b);").size());
    }

    @Test
    void everyFeatureHasATextThatStandsForIt() {
        Code code = Code.of("int n = count(7);");

        Map<Integer, String> named = TextFeatures.named(code);

        assertThat(named.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(TextFeatures.of(code)).boxed().toList());
        assertThat(named.values()).contains("count", "count ( <number>", "int <name> =");
    }
}
