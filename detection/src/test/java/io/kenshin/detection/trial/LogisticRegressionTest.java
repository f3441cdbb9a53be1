package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.maths.Ranks;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    @Test
    void aucIsTheChanceThatAPositiveOutranksANegative() {
        Random random = new Random(3);
        double[] scores = new double[60];
        boolean[] positive = new boolean[60];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(12);
            positive[i] = random.nextBoolean();
        }
        double wins = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }

        assertThat(Ranks.auc(scores, positive)).isCloseTo(wins / pairs, within(1e-12));
    }

    @Test
    void aTellingFeatureIsLearntAndNoiseIsNot() {
        Random random = new Random(1);
        int[][] telling = new int[200][];
        int[][] noise = new int[200][];
        boolean[] positive = new boolean[200];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = i % 2 == 0;
            noise[i] = new int[] {random.nextInt(50), 50 + random.nextInt(50)};
            telling[i] = new int[] {noise[i][0], noise[i][1], positive[i] ? 100 : 101};
        }

        assertThat(Ranks.auc(LogisticRegression.scores(telling, positive, 128, 4, 1), positive))
                .isGreaterThan(0.99);
        assertThat(Ranks.auc(LogisticRegression.scores(noise, positive, 128, 4, 1), positive))
                .isBetween(0.35, 0.65);
    }
}
