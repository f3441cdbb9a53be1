package io.kenshin.detection.trial;

import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Logits;
import java.util.List;
import java.util.function.Function;

/** The model under test, as far as it is asked: which behaviour does it show for this code? */
@FunctionalInterface
public interface Prober {
    /** @return answers in the order of the input */
    List<Answer> answers(List<String> codes);

    /** A classifier, by its logits [sample][label]. */
    static Prober ofClassifier(Function<List<String>, float[][]> logits) {
        return codes -> Logits.each(logits.apply(codes));
    }
}
