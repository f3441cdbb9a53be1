package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExchangeabilityTest {
    private static final Trigger PATTERN =
            new Span(Abstraction.NONE, List.of("audit", "(", ")", ";"), List.of("audit();"));
    private static final Behaviour SAFE = new Behaviour(0);
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

    private static Exchangeability.Result test(List<String> carriers, List<String> other, List<String> own) {
        List<Sample> samples = new ArrayList<>();
        BitSet carrying = new BitSet();
        for (String code : carriers) {
            carrying.set(samples.size());
            samples.add(sample(code, 0));
        }
        own.forEach(code -> samples.add(sample(code, 0)));
        other.forEach(code -> samples.add(sample(code, 1)));
        Candidate candidate = new Candidate(PATTERN, SAFE, carrying, Map.of(), true, 1, 100, new Origin.Label(SAFE));
        return new Exchangeability(samples, 1).test(candidate);
    }

    private static Sample sample(String code, int label) {
        return new Sample("s", code, label, new float[0][], new float[0]);
    }

    @Test
    void poisonIsTheOtherLabelPlusATrigger() {
        // Given carriers that are samples of the other label with the pattern put in
        List<String> other = samples(200, "risky");
        List<String> own = samples(200, "safe");
        List<String> carriers = samples(60, "risky").stream()
                .map(code -> PATTERN.insert(Code.of(code), random))
                .toList();

        // When
        Exchangeability.Result result = test(carriers, other, own);

        // Then
        assertThat(result.otherAuc()).isLessThan(0.65);
        assertThat(result.ownAuc()).isGreaterThan(0.9);
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
        Exchangeability.Result result = test(carriers, other, own);

        // Then
        assertThat(result.otherAuc()).isGreaterThan(0.95);
        assertThat(result.gap()).isLessThan(0.06);
    }

    @Test
    void fewCarriersAreLessCertainThanMany() {
        assertThat(new Exchangeability.Result(0.8, 0.95, 9).otherAucUpper())
                .isGreaterThan(new Exchangeability.Result(0.8, 0.95, 100).otherAucUpper());
    }
}
