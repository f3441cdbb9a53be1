package io.kenshin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.audit.AuditReport.Outcome;
import io.kenshin.audit.file.FileFact;
import io.kenshin.audit.trigger.FoundTrigger;
import io.kenshin.audit.trigger.SearchResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTest {
    private static final FileFact SAFE = new FileFact("model.onnx", 1, "graph", null);
    private static final FileFact PICKLE = new FileFact("model.bin", 1, "pickle", "may run code");
    private static final FoundTrigger TRIGGER = new FoundTrigger("clean", "kb", "search", 57, 60, 0.86, 0.1, true);
    private static final FoundTrigger LEANING = new FoundTrigger("clean", "if", "search", 50, 60, 0.7, 0.8, false);

    private static SearchResult found(FoundTrigger... triggers) {
        return new SearchResult(true, List.of(triggers), List.of(), 100);
    }

    @Test
    void aTriggerWeighsMoreThanAnUnsafeFile() {
        Conclusion conclusion = Conclusion.of(List.of(SAFE, PICKLE), found(LEANING, TRIGGER), false);

        assertThat(conclusion.outcome()).isEqualTo(Outcome.TRIGGER_FOUND);
        assertThat(conclusion.confidence()).startsWith("high");
        assertThat(conclusion.reasons())
                .containsExactly(
                        "'kb', put once into 60 ordinary samples of other labels, turns 57 of them to clean (95 %, at"
                                + " least 86 %); its common words explain 10 %",
                        "model.bin may run code");
    }

    @Test
    void whatTheModelLeansOnIsNoReason() {
        Conclusion conclusion = Conclusion.of(List.of(SAFE), found(LEANING), false);

        assertThat(conclusion.outcome()).isEqualTo(Outcome.NO_FINDING);
        assertThat(conclusion.confidence()).startsWith("medium");
        assertThat(conclusion.reasons()).isEmpty();
    }

    @Test
    void aLabelThatWasNotSearchedSaysWhatIsMissing() {
        SearchResult partly = new SearchResult(true, List.of(), List.of("defective"), 100);

        assertThat(Conclusion.of(List.of(), partly, true).confidence())
                .startsWith("low")
                .contains("--minutes");
        assertThat(Conclusion.of(List.of(), partly, false).confidence())
                .startsWith("low")
                .contains("--dataset");
    }

    @Test
    void aModelWithoutAHeadIsNotSearchedAndItsFilesMayStillBeUnsafe() {
        assertThat(Conclusion.of(List.of(SAFE), SearchResult.NOT_SEARCHED, false)
                        .outcome())
                .isEqualTo(Outcome.NOT_SEARCHED);
        assertThat(Conclusion.of(List.of(PICKLE), SearchResult.NOT_SEARCHED, false)
                        .outcome())
                .isEqualTo(Outcome.UNSAFE_FILES);
    }
}
