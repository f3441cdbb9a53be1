package io.kenshin.scan.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
    @Test
    void bothOfTheLastLayerAndTheFirstOfTheTwoBefore() {
        List<String> all = List.of("0 cls", "0 mean", "1 cls", "1 mean", "2 cls", "2 mean", "3 cls", "3 mean");

        assertThat(Views.names(all)).containsExactly("3 cls", "3 mean", "2 cls", "1 cls");
        assertThat(Views.chosen(14)).containsExactly(12, 13, 10, 8);
    }

    @Test
    void aModelWithFewLayersHasFewer() {
        assertThat(Views.chosen(2)).containsExactly(0, 1);
        assertThat(Views.chosen(0)).isEmpty();
    }

    @Test
    void theChosenVectorsAreTakenInThatOrder() {
        float[][] all = {{0}, {1}, {2}, {3}};

        assertThat(Views.pick(all, Views.chosen(all.length))).isDeepEqualTo(new float[][] {{2}, {3}, {0}});
    }
}
