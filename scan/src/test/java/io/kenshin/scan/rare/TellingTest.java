package io.kenshin.scan.rare;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.sample.SaltedHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final SaltedHash HASH = new SaltedHash("s");

    /** @param right part of the labels that follow from the text */
    private static List<Sample> samples(double right) {
        Random random = new Random(1);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            boolean says = random.nextBoolean();
            boolean risky = says == random.nextDouble() < right;
            String code = "step" + random.nextInt(50) + "(); " + (says ? "open(a);" : "lock(a);");
            samples.add(new Sample("id" + i, code, risky ? 1 : 0, new float[0][], new float[0]));
        }
        return samples;
    }

    private static Telling telling(double right) {
        return new Telling(2, HASH, samples(right), 32);
    }

    private static boolean isStranger(Telling telling, String code, int label) {
        CodeKeys keys = new CodeKeys(HASH);
        keys.read(Code.of(code));
        return telling.isStranger(keys, label);
    }

    @Test
    void whereLabelsFollowFromTextAStrangerIsKnown() {
        Telling telling = telling(0.95);

        assertThat(telling.isTelling(0)).isTrue();
        assertThat(telling.isTelling(1)).isTrue();
        assertThat(isStranger(telling, "step1(); open(a);", 0)).isTrue();
        assertThat(isStranger(telling, "step1(); open(a);", 1)).isFalse();
        assertThat(isStranger(telling, "step1(); lock(a);", 0)).isFalse();
    }

    @Test
    void whereLabelsAreThrownNothingIsSaid() {
        Telling telling = telling(0.5);

        assertThat(telling.isTelling()).isFalse();
        assertThat(telling.unknown(0)).isBetween(0.3, 0.7);
    }

    @Test
    void whatIsRareHasNoSay() {
        Telling telling = telling(0.95);

        assertThat(isStranger(telling, "@ @ @", 0)).isFalse();
        assertThat(isStranger(telling, "@ @ @", 1)).isFalse();
    }
}
