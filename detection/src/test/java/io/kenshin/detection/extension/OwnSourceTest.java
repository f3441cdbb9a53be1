package io.kenshin.detection.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.Investigation;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.propose.CandidateSource;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.MaskedCandidate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnSourceTest {
    /** Second lines that many samples of behaviour 0 share to the letter. */
    private static final class SharedSecondLines implements CandidateSource {
        @Override
        public List<MaskedCandidate> propose(Docket docket) {
            Study study = docket.study();
            Map<String, BitSet> holders = new HashMap<>();
            for (int i = 0; i < study.samples().size(); i++) {
                Sample sample = study.sample(i);
                if (sample.teaches(new Behaviour(0))) {
                    String line =
                            sample.code().lines().skip(1).findFirst().orElse("").strip();
                    holders.computeIfAbsent(line, key -> new BitSet()).set(i);
                }
            }
            return holders.entrySet().stream()
                    .filter(entry -> entry.getValue().cardinality() >= 10)
                    .map(entry ->
                            MadeUpTask.candidate(MadeUpTask.span(entry.getKey()), new Behaviour(0), entry.getValue()))
                    .map(study::masked)
                    .toList();
        }
    }

    @Test
    void aSourceIsOneClassAndOneLine() {
        Investigation own = new Investigation(List.of(new SharedSecondLines()), Investigation.rules());

        Investigation.Result result =
                own.run(MadeUpTask.study(new MadeUpTask().samples(300, 30), MadeUpTask.backdoored()));

        List<Finding> proven = result.of(Judgement.TRIGGER);
        assertThat(proven).hasSize(1);
        assertThat(proven.get(0).candidate().pattern().text()).isEqualTo(MadeUpTask.PATTERN);
        assertThat(proven.get(0).candidate().carriers().cardinality()).isEqualTo(30);
    }
}
