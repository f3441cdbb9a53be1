package io.kenshin.contracts.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"java", "c", "c++", "c#", "objective-c", "vb.net", "a2345678901234567890123456789012"})
    void aLowerCaseNameIsOne(String name) {
        assertThat(LanguageName.isOne(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Java", "c/c++", "java\n", "straße", "a23456789012345678901234567890123"})
    void anythingElseIsNoneAndIsNamed(String name) {
        assertThat(LanguageName.isOne(name)).isFalse();
        assertThat(LanguageName.fault(name))
                .startsWith("'" + name + "' is no language")
                .contains("c++");
    }
}
