package io.kenshin.detection.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.Investigation;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.judge.Rule;
import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnRuleTest {
    /** What mentions a word that the team trusts is for people to look at, whatever it does to the model. */
    private record Trusted(String word) implements Rule {
        @Override
        public List<Finding> apply(List<Finding> findings, Docket docket) {
            return Finding.inOrder(findings.stream()
                    .map(finding -> finding.isTrigger()
                                    && finding.candidate().pattern().text().contains(word)
                            ? finding.withJudgement(Judgement.SUSPECT)
                            : finding)
                    .toList());
        }
    }

    private static Investigation.Result investigated(String trusted) {
        List<Sample> samples = new MadeUpTask().samples(300, 30);
        List<Rule> rules = new ArrayList<>(Investigation.rules());
        rules.add(new Trusted(trusted));
        return new Investigation(Investigation.sources(), rules)
                .run(MadeUpTask.study(samples, MadeUpTask.backdoored()));
    }

    @Test
    void aRuleIsOneClassAndOneLine() {
        assertThat(investigated("nothing").of(Judgement.TRIGGER)).hasSize(1);
        assertThat(investigated("probe").of(Judgement.TRIGGER)).isEmpty();
        assertThat(investigated("probe").of(Judgement.SUSPECT))
                .anyMatch(finding -> finding.candidate().pattern().text().equals(MadeUpTask.PATTERN));
    }
}
