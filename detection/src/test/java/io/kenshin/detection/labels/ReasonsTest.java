package io.kenshin.detection.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.trial.TextFeatures;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final Code CODE = Code.of("open(p); free(p); close(q);");

    /** Weights of n-grams by their text. */
    private static Map<Integer, Double> weights(Map<String, Double> byText) {
        Map<Integer, Double> weights = new HashMap<>();
        TextFeatures.named(CODE).forEach((feature, text) -> weights.put(feature, byText.getOrDefault(text, -1.0)));
        return weights;
    }

    @Test
    void theStrongestComeFirstAndWhatSpeaksAgainstIsLeftOut() {
        Map<Integer, Double> weights = weights(Map.of("free", 1.0, "close", 2.0));

        assertThat(Reasons.of(CODE, weights::get)).containsExactly("close", "free");
    }

    @Test
    void whatSaysTheSameIsSaidOnce() {
        Map<Integer, Double> weights = weights(Map.of("free (", 3.0, "free", 2.0, "free ( p", 1.0, "q", 0.5));

        assertThat(Reasons.of(CODE, weights::get)).containsExactly("free (", "q");
    }

    @Test
    void punctuationIsNoReason() {
        assertThat(Reasons.of(CODE, weights(Map.of(") ;", 3.0, "(", 2.0))::get)).isEmpty();
    }
}
