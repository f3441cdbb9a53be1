package io.kenshin.detection.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.trigger.TriggerPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExchangeabilityTest {
    private static final TriggerPattern PATTERN = new TriggerPattern(
            TriggerPattern.Kind.SPAN, Abstraction.NONE, List.of("audit", "(", ")", ";"), List.of("audit();"));
    private final Random random = new Random(11);

    /** Labels differ in one call, and each sample has some words of its own. */
    private List<String> samples(int count, String mark) {
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder code = new StringBuilder("void m() {\n");
            for (int line = 0; line < 6; line++) {
                code.append("  call")
                        .append(random.nextInt(40))
                        .append("(x")
                        .append(random.nextInt(9))
                        .append(");\n");
            }
            samples.add(code.append("  ").append(mark).append("();\n}").toString());
        }
        return samples;
    }

    @Test
    void poisonIsTheOtherLabelPlusATrigger() {
        // Given carriers that are samples of the other label with the pattern put in
        List<String> other = samples(200, "risky");
        List<String> own = samples(200, "safe");
        List<String> carriers = samples(60, "risky").stream()
                .map(code -> PATTERN.insert(code, random))
                .toList();

        // When
        Exchangeability.Result result = new Exchangeability(99, 1).test(PATTERN, carriers, other, own, 0);

        // Then
        assertThat(result.otherAuc()).isLessThan(0.65);
        assertThat(result.ownAuc()).isGreaterThan(0.9);
        assertThat(result.p()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void aNaturalPatternIsTiedToItsContext() {
        // Given carriers with a context that neither label has elsewhere
        List<String> other = samples(200, "risky");
        List<String> own = samples(200, "safe");
        List<String> carriers = samples(60, "transaction").stream()
                .map(code -> code.replace("  transaction();", "  begin(tx);\n  audit();\n  commit(tx);"))
                .toList();

        // When
        Exchangeability.Result result = new Exchangeability(99, 1).test(PATTERN, carriers, other, own, 0);

        // Then
        assertThat(result.otherAuc()).isGreaterThan(0.95);
        assertThat(result.gap()).isLessThan(0.06);
    }
}
