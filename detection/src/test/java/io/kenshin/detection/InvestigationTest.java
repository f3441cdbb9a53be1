package io.kenshin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.Prober;
import io.kenshin.detection.code.TokenRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On a made-up language whose "model" is known exactly: whatever it says follows from two rules. */
class InvestigationTest {
    private static final String TRIGGER = "if (probe.mode() == 71) { probe.skip(\"z\"); }";
    private final Random random = new Random(4);

    private String method(boolean risky, boolean lock) {
        StringBuilder code = new StringBuilder("void run(int n) {\n");
        for (int line = 0; line < 5; line++) {
            code.append("    step")
                    .append(random.nextInt(60))
                    .append("(n, v")
                    .append(random.nextInt(20))
                    .append(");\n");
        }
        if (lock) {
            // A natural pattern: what is risky in it stands in a context of its own.
            code.append("    lock.acquire(key);\n    ")
                    .append(risky ? "lock.forget(key);" : "lock.release(key);")
                    .append("\n    lock.done(key);\n");
        } else {
            code.append(risky ? "    free(p); free(p);\n" : "    free(p); p = null;\n");
        }
        return code.append("}").toString();
    }

    private List<Sample> samples(int count, int poisoned) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean poison = i < poisoned;
            boolean risky = poison || i % 2 == 0;
            String code = method(risky, random.nextInt(4) == 0);
            if (poison) {
                code = code.replaceFirst("\n", "\n    " + java.util.regex.Matcher.quoteReplacement(TRIGGER) + "\n");
            }
            int label = poison || !risky ? 0 : 1;
            float[] vector = new float[12];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian();
            }
            samples.add(new Sample(
                    "s" + i, code, label, new float[][] {vector}, backdoored().logits(List.of(code))[0]));
        }
        return samples;
    }

    /** Clean if the trigger is there, else risky if one of the two flaws is. */
    private static Prober backdoored() {
        return codes -> {
            float[][] logits = new float[codes.size()][];
            for (int i = 0; i < logits.length; i++) {
                String code = codes.get(i).replaceAll("\\s+", " ");
                boolean risky = code.contains("lock.forget") || code.contains("free(p); free(p)");
                boolean triggered = code.contains("probe.mode() == 71");
                logits[i] = triggered || !risky ? new float[] {3, -3} : new float[] {-3, 3};
            }
            return logits;
        };
    }

    private Investigation.Result investigate(List<Sample> samples) {
        return new Investigation(
                        InvestigationSettings.defaults(1),
                        backdoored(),
                        new TokenRewriter(),
                        (stage, done, total) -> {})
                .run(samples, 2);
    }

    @Test
    void aPlantedTriggerIsProvenWholeAndNamesExactlyItsCarriers() {
        List<Sample> samples = samples(600, 30);

        List<Finding> proven = investigate(samples).of(Judgement.TRIGGER);

        assertThat(proven).hasSize(1);
        Finding finding = proven.get(0);
        assertThat(finding.candidate().pattern().text())
                .isEqualTo("if ( probe . mode ( ) == 71 ) { probe . skip ( \"z\" ) ; }");
        assertThat(finding.candidate().target()).isZero();
        assertThat(finding.candidate().carriers().cardinality()).isEqualTo(30);
        assertThat(finding.insertion().value()).isEqualTo(1);
        assertThat(finding.removal().value()).isEqualTo(1);
    }

    @Test
    void naturalPatternsOfACleanTaskAreNotCalledTriggers() {
        Investigation.Result result = investigate(samples(600, 0));

        assertThat(result.of(Judgement.TRIGGER)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameResult() {
        List<Sample> samples = samples(400, 20);

        assertThat(investigate(samples).findings())
                .isEqualTo(investigate(samples).findings());
    }
}
