package io.kenshin.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.foundation.KenshinException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSizeTest {
    @ParameterizedTest
    @CsvSource({
        "10000, 250, 250",
        "100, 250, 100",
        "10%, 250, 25",
        "0.1%, 250, 1",
        "100%, 250, 250",
        "3/10, 250, 25",
        "1/1000, 250, 1",
        "new, 250, 250",
        "new, 100000, 500"
    })
    void aSizeSaysHowManyOfTheSamplesThatIs(String size, long all, long expected) {
        assertThat(SampleSize.of(size).of(all)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "some", "101%", "10 %", "0/3", "4/3", "1/0", "12345678901", "NEW", "1;"})
    void anythingElseIsRefusedWithWhatToUse(String size) {
        assertThatThrownBy(() -> SampleSize.of(size))
                .isInstanceOf(KenshinException.class)
                .hasMessageContaining("use a count (10000), a percentage (10%), a part (3/10) or new");
    }

    @Test
    void thePartsOfADataSetAreChosenByTheSampleAloneAndAPercentageByTheScanToo() {
        assertThat(SampleSize.of("3/10").choice()).contains(", 10) = 2").doesNotContain(":scan");
        assertThat(SampleSize.of("10%").choice()).contains(":scan").contains("< 100000");
    }
}
