package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.kenshin.fleet.Service;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The page while a service, or the console itself, is down. */
@Order(1)
class ConsoleOutageE2E extends ConsolePages {
    @BeforeAll
    static void heal() throws IOException {
        demo.demo();
    }

    @Test
    void aServiceThatIsDownIsSaidAndItsReturnNeedsNoReload() throws IOException, InterruptedException {
        go("cases");
        assertThat(page.locator("table")).isVisible(within(PATIENCE));
        page.evaluate("() => { window.loaded = 1; }");

        fleet.crash(Service.REMEDIATION.module());
        try {
            page.locator("nav a")
                    .filter(new Locator.FilterOptions().setHasText("Triggers"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT))
                    .containsText("remediation service does not answer", textWithin(PATIENCE));
        } finally {
            fleet.restart(Service.REMEDIATION.module());
        }

        assertThat(page.locator("table")).isVisible(within(PATIENCE));
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(page.evaluate("() => window.loaded")).isEqualTo(1);
    }

    @Test
    void thePageGoesOnAfterTheConsoleWasStartedAgain() throws IOException, InterruptedException {
        go("events");
        assertThat(page.locator("table")).isVisible(within(PATIENCE));

        fleet.crash(Service.CONSOLE.module());
        try {
            assertThat(page.getByText("no connection")).isVisible(within(PATIENCE));
        } finally {
            fleet.restart(Service.CONSOLE.module());
        }

        assertThat(page.getByText("no connection"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }
}
