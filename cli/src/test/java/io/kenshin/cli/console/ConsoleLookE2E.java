package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How the page looks and how quick it is. */
@Order(1)
class ConsoleLookE2E extends ConsolePages {
    private static final int MOST_BYTES = 400_000;
    private static final double INTERACTIVE_MILLIS = 1_500;
    private static final int MAP_POINTS = 20_000;
    private static final double FRAMES_PER_SECOND = 30;

    @BeforeAll
    static void heal() throws IOException {
        demo.demo();
    }

    @Test
    void theFirstLoadIsSmallAndSoonInteractive() {
        FirstLoad load = FirstLoad.best(browser(), address, INTERACTIVE_MILLIS);
        System.out.printf("first load: %d bytes, interactive after %.0f ms%n", load.bytes(), load.millis());
        assertThat(load.bytes()).isPositive().isLessThan(MOST_BYTES);
        assertThat(load.millis()).isLessThan(INTERACTIVE_MILLIS);
    }

    @Test
    void everyViewIsWholeAndAccessibleInBothThemesAndWidths() throws IOException {
        assertThat(Screenshots.ofEveryView(browser(), this::watched, address, theCase()))
                .isEmpty();
    }

    @Test
    void aMapOfTwentyThousandPointsMovesSmoothly() {
        String scan = theCase().path("scanId").asText();
        MapSpeed.widen(page, scan, MAP_POINTS);
        Screenshots.show(page, address, "scan/" + scan);

        double frames = MapSpeed.frames(page);

        System.out.printf("map of %d points: %.0f frames/s (best of 3)%n", MAP_POINTS, frames);
        assertThat(frames).isGreaterThanOrEqualTo(FRAMES_PER_SECOND);
    }
}
