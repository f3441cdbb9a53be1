package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void isFlipsOutOfTries() {
        assertThat(new Rate(3, 4).value()).isEqualTo(0.75);
        assertThat(new Rate(0, 4).value()).isZero();
    }

    @Test
    void withoutTriesNothingFlips() {
        assertThat(Rate.NONE.value()).isZero();
    }

    @Test
    void twoTrialsAreOne() {
        assertThat(new Rate(3, 4).plus(new Rate(1, 6))).isEqualTo(new Rate(4, 10));
        assertThat(Rate.NONE.plus(new Rate(1, 2))).isEqualTo(new Rate(1, 2));
    }

    @Test
    void flipsAreLikelierAtTheRateThatIsNearerToTheirs() {
        Rate half = new Rate(12, 24);
        Rate hardly = new Rate(0, 24);

        assertThat(new Rate(6, 12).likelierAt(half, hardly)).isTrue();
        assertThat(new Rate(3, 12).likelierAt(half, hardly)).isTrue();
        assertThat(new Rate(1, 12).likelierAt(half, hardly)).isFalse();
        assertThat(new Rate(0, 12).likelierAt(hardly, half)).isTrue();
        assertThat(new Rate(3, 12).likelierAt(half, half)).isFalse();
        assertThat(new Rate(12, 12).likelierAt(Rate.NONE, hardly)).isTrue();
    }
}
