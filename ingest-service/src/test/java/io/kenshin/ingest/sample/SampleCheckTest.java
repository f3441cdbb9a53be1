package io.kenshin.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.sample.SampleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCheckTest {
    private static final String CODE = "int a() { return 1; }";

    private static Parts parts(String code, String label, String split, String language) {
        return new Parts(code, label, "mine", "repo", split, language);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "java", "c++", "c#", "Java", " Python "})
    void aLanguageMayBeMissingOrANameInAnyCase(String language) {
        assertThat(SampleCheck.fault(parts(CODE, "clean", "train", language))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c/c++", "java 17", "../etc"})
    void anyOtherLanguageIsNamedInTheReason(String language) {
        assertThat(SampleCheck.fault(parts(CODE, "clean", "train", language)))
                .startsWith("'" + language + "' is no language");
    }

    @Test
    void aLongTextThatIsNoLanguageIsShortenedInTheReason() {
        assertThat(SampleCheck.fault(parts(CODE, "clean", "train", "j".repeat(100_000))))
                .hasSizeLessThan(300)
                .contains("…' is no language");
    }

    @Test
    void whatIsMissingOrTooLongIsSaidWithWhatToDo() {
        assertThat(SampleCheck.fault(parts(null, "clean", null, null)))
                .contains("no code")
                .contains("code=");
        assertThat(SampleCheck.fault(parts(" ", "clean", null, null))).contains("no code");
        assertThat(SampleCheck.fault(parts(CODE, null, null, null)))
                .contains("no label")
                .contains("label=");
        assertThat(SampleCheck.fault(parts("x".repeat(Limits.CODE_CHARS), "clean", null, null)))
                .isNull();
        assertThat(SampleCheck.fault(parts("x".repeat(Limits.CODE_CHARS + 1), "clean", null, null)))
                .contains("262145 characters");
        assertThat(SampleCheck.fault(parts(CODE, "l".repeat(501), null, null))).contains("at most 500");
        assertThat(SampleCheck.fault(parts(CODE, "clean", "validation", null))).contains("use train or test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\ud83d"})
    void whatIsNoTextIsRefusedWhereverItStands(String text) {
        assertThat(SampleCheck.fault(parts(text, "clean", null, null))).contains("it is not text");
        assertThat(SampleCheck.fault(parts(CODE, text, null, null))).contains("it is not text");
        assertThat(SampleCheck.fault(parts(CODE, "clean", null, text))).contains("it is not text");
        assertThat(SampleCheck.fault(new Parts(CODE, "clean", text, null, null, null)))
                .contains("it is not text");
        assertThat(SampleCheck.fault(new Parts(CODE, "clean", null, text, null, null)))
                .contains("it is not text");
    }

    @Test
    void aRecordOfAnotherProducerNeedsItsDataSetAndItsTrueId() {
        String id = SampleId.of("d", CODE, "clean");

        assertThat(SampleCheck.fault(new SampleRecord(id, "d", null, CODE, "clean", null, "train", "java")))
                .isNull();
        assertThat(SampleCheck.fault(new SampleRecord(id, " ", null, CODE, "clean", null, "train", null)))
                .isEqualTo("no data set");
        assertThat(SampleCheck.fault(new SampleRecord(id, "e", null, CODE, "clean", null, "train", null)))
                .contains("SHA-256");
        assertThat(SampleCheck.fault(new SampleRecord(id, "d", null, CODE, "clean", null, "train", "Java!")))
                .contains("no language");
    }
}
