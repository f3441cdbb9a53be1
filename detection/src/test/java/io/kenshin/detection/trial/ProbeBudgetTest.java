package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Logits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeBudgetTest {
    private final List<List<String>> asked = new ArrayList<>();

    private ProbeBudget budget(int most) {
        return new ProbeBudget(
                codes -> {
                    asked.add(codes);
                    return codes.stream()
                            .<Answer>map(code -> new Logits(new float[] {code.length(), 2}))
                            .toList();
                },
                most);
    }

    @Test
    void nothingIsAskedTwiceNeitherInABatchNorLater() {
        ProbeBudget budget = budget(10);
        budget.answers(List.of("a", "bbb", "a"));
        budget.answers(List.of("bbb", "cc", "a"));

        assertThat(asked).containsExactly(List.of("a", "bbb"), List.of("cc"));
        assertThat(budget.spent()).isEqualTo(3);
    }

    @Test
    void answersComeInTheOrderOfTheQuestions() {
        ProbeBudget budget = budget(10);
        budget.answers(List.of("bbb"));

        assertThat(budget.answers(List.of("a", "bbb", "a", "bbb")))
                .extracting(Answer::shown)
                .extracting(Behaviour::index)
                .containsExactly(1, 0, 1, 0);
    }

    @Test
    void whatIsKnownAsksTheModelNothing() {
        ProbeBudget budget = budget(10);
        budget.answers(List.of("a"));
        budget.answers(List.of("a"));
        budget.answers(List.of());

        assertThat(asked).hasSize(1);
    }

    @Test
    void itIsExhaustedWhenAllIsSpentAndABatchIsFinished() {
        ProbeBudget budget = budget(3);
        budget.answers(List.of("a", "b"));
        assertThat(budget.exhausted()).isFalse();
        assertThat(budget.left()).isEqualTo(1);

        assertThat(budget.answers(List.of("c", "d"))).hasSize(2);
        assertThat(budget.exhausted()).isTrue();
        assertThat(budget.left()).isZero();
        assertThat(budget.spent()).isEqualTo(4);
        assertThat(budget.most()).isEqualTo(3);
    }

    @Test
    void theLastQuestionExhaustsIt() {
        ProbeBudget budget = budget(1);
        assertThat(budget.exhausted()).isFalse();

        budget.answers(List.of("a"));

        assertThat(budget.exhausted()).isTrue();
    }

    @Test
    void aClassifierAnswersByItsLogits() {
        Prober classifier = Prober.ofClassifier(codes -> new float[][] {{1, 5}, {5, 1}});

        assertThat(classifier.answers(List.of("a", "b")))
                .extracting(answer -> answer.shown().index())
                .containsExactly(1, 0);
    }
}
