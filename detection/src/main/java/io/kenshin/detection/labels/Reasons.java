package io.kenshin.detection.labels;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.trial.TextFeatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** What in a piece of code speaks most for one label against another. */
final class Reasons {
    private static final int MOST = 3;

    private Reasons() {}

    /**
     * The strongest n-grams, of several that say the same the strongest.
     *
     * @param weight how much a feature speaks for the one label; what is not above 0 speaks against it
     */
    static List<String> of(Code code, IntToDoubleFunction weight) {
        List<Map.Entry<Integer, String>> named = TextFeatures.named(code).entrySet().stream()
                .filter(entry -> weight.applyAsDouble(entry.getKey()) > 0)
                .filter(entry -> entry.getValue().chars().anyMatch(Character::isLetterOrDigit))
                .sorted(Comparator.comparingDouble(
                        (Map.Entry<Integer, String> entry) -> -weight.applyAsDouble(entry.getKey())))
                .toList();
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<Integer, String> entry : named) {
            String text = entry.getValue();
            boolean told = reasons.stream().anyMatch(other -> other.contains(text) || text.contains(other));
            if (!told && reasons.size() < MOST) {
                reasons.add(text);
            }
        }
        return reasons;
    }
}
