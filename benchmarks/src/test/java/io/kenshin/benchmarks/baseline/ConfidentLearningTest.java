package io.kenshin.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfidentLearningTest {
    private static double[][] binary(double... ofFirst) {
        double[][] probability = new double[ofFirst.length][];
        for (int i = 0; i < ofFirst.length; i++) {
            probability[i] = new double[] {ofFirst[i], 1 - ofFirst[i]};
        }
        return probability;
    }

    /**
     * By hand: the thresholds are 0.7 of the first label and 0.74 of the second; of the first label's four samples two
     * are confidently of their own and one of the other, so a third of four, rounded, is pruned: the fourth.
     */
    @Test
    void asManyArePrunedAsTheConfidentJointCounts() {
        double[][] probability = binary(0.95, 0.9, 0.65, 0.3 - 0.1, 0.1, 0.2, 0.15, 0.4, 0.45);
        int[] label = {0, 0, 0, 0, 1, 1, 1, 1, 1};

        assertThat(new ConfidentLearning(probability, label, 2).issues().stream())
                .containsExactly(3);
    }

    @Test
    void whatTheModelGivesItsOwnLabelIsNoIssue() {
        double[][] probability = binary(0.9, 0.9, 0.55, 0.1, 0.1, 0.45);
        int[] label = {0, 0, 0, 1, 1, 1};

        assertThat(new ConfidentLearning(probability, label, 2).issues().isEmpty())
                .isTrue();
    }

    @Test
    void itsDoubtIsWhatItsOwnLabelLacks() {
        double[][] probability = binary(0.75, 0.75);

        assertThat(new ConfidentLearning(probability, new int[] {0, 1}, 2).doubts())
                .containsExactly(0.25, 0.75);
    }
}
