package io.kenshin.contracts.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleIdTest {
    @Test
    void lineEndsAndTrailingBlanksDoNotMatter() {
        assertThat(SampleId.of("d", "int a;\r\nint b;  \n", "clean"))
                .isEqualTo(SampleId.of("d", "int a;\nint b;", "clean"));
    }

    @Test
    void dataSetCodeAndLabelDo() {
        String id = SampleId.of("d", "int a;", "clean");

        assertThat(id).hasSize(64);
        assertThat(SampleId.of("e", "int a;", "clean")).isNotEqualTo(id);
        assertThat(SampleId.of("d", "int  a;", "clean")).isNotEqualTo(id);
        assertThat(SampleId.of("d", "int a;", "defective")).isNotEqualTo(id);
    }

    @Test
    void partsCannotRunIntoEachOther() {
        assertThat(SampleId.of("ab", "x", "c")).isNotEqualTo(SampleId.of("a", "x", "bc"));
    }
}
