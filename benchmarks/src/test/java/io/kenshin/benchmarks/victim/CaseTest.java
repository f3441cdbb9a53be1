package io.kenshin.benchmarks.victim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseTest {
    @ParameterizedTest
    @EnumSource(Family.class)
    void aNameTellsTheWholeCase(Family family) {
        Case wanted = new Case(DataSet.LARGE, family, 0.001, 12);

        assertThat(Case.parse(wanted.name())).isEqualTo(wanted);
        for (Healing how : Healing.values()) {
            assertThat(Case.parse(wanted.after(how).name())).isEqualTo(wanted.after(how));
        }
        assertThat(wanted.twin().family()).isEqualTo(Family.CLEAN);
    }
}
