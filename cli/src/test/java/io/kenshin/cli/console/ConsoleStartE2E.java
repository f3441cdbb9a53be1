package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.terminal.Terminal;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The console from an empty fleet to a healed model; the tests build on each other. */
@Order(0) // It begins with an empty fleet.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleStartE2E extends ConsolePages {
    @TempDir
    private static Path data;

    @Test
    @Order(1)
    void anEmptyFleetLeadsToTheFirstStepsAndTakesADataSetWhateverItsTextsAre() throws IOException {
        Path file = Hostile.samples(data.resolve("hostile.jsonl"));

        page.navigate(address);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Start here")))
                .isVisible(within(PATIENCE));
        Locator form = page.locator("form")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))));
        form.getByLabel("Name").fill("hostile");
        form.getByLabel("File").setInputFiles(file);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Import"))
                .click();
        assertThat(page.getByText("40 accepted, 1 rejected")).isVisible(within(PATIENCE));
        assertThat(page.getByText("line 41")).isVisible();
        // Accepted means on the broker: the rows follow.
        Wait.until(
                "the rows",
                Duration.ofSeconds(60),
                () -> api.get(Service.INGEST, "/api/v1/datasets/hostile")
                                .path("samples")
                                .asInt()
                        == 40);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sources"))
                .click();
        assertThat(page.locator("td")
                        .filter(new Locator.FilterOptions().setHasText("<img src=x"))
                        .first())
                .isVisible(within(PATIENCE));
    }

    @Test
    @Order(2)
    void aRunningScanShowsItsProgressAndAHealedCaseItsFigures() throws IOException {
        demo.demo();
        go("overview");
        assertThat(page.locator("article")).containsText("healthy", textWithin(PATIENCE));

        String hostile = api.post(Service.INGEST, "/api/v1/scans", Map.of("dataset", "hostile", "model", "demo"))
                .path("id")
                .asText();
        assertThat(page.getByText("Running scans")).isVisible(within(PATIENCE));
        new Progress(api, new Terminal(), () -> {}).scan(hostile);
        go("scan/" + hostile);
        page.locator("td button").first().click();
        assertThat(page.locator("pre.code").first()).containsText("<script>", textWithin(PATIENCE));

        go("case/" + theCase().path("id").asText());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("promoted", textWithin(PATIENCE));
        assertThat(page.locator("table").first()).containsText("attack success, trigger t1");
        assertThat(page.getByText("✓ promoted")).isVisible();
        Screenshots.terminal(browser(), demo.said());
    }
}
