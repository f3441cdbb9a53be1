package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.kenshin.fleet.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The samples of a case in front of people: chosen by lasso, reviewed by mouse and by keyboard alone. */
@Order(1)
class ConsoleReviewE2E extends ConsolePages {
    @BeforeAll
    static void heal() throws IOException {
        demo.demo();
    }

    @Test
    void theLassoSelectsThePlantedCluster() {
        String scan = theCase().path("scanId").asText();
        go("scan/" + scan);
        assertThat(page.locator("kenshin-map canvas").first()).isVisible(within(PATIENCE));
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode point :
                api.get(Service.ANALYSIS, "/api/v1/scans/" + scan + "/map").path("points")) {
            if (point.path("decision").asText().equals("quarantine")) {
                found.add(point);
            }
        }
        button("Lasso").click();
        Lasso.drawAround(page, found);

        Locator status = page.getByText("samples in the lasso");
        assertThat(status).isVisible(within(PATIENCE));
        String[] words = status.textContent().trim().split("\\D+");
        int chosen = Integer.parseInt(words[0]);
        int findings = Integer.parseInt(words[1]);
        assertThat(findings).isGreaterThanOrEqualTo((int) (0.9 * found.size()));
        assertThat(findings).isGreaterThanOrEqualTo((int) (0.9 * chosen));
        assertThat(page.url()).as("the address holds the selection").contains("area=");
        page.reload();
        assertThat(page.getByText("samples in the lasso")).containsText(words[0] + " samples", textWithin(PATIENCE));
    }

    @Test
    void aReviewByMouseIsSeenElsewhereWithinASecondAndCanBeUndone() {
        String id = theCase().path("id").asText();
        BrowserContext second = browser().newContext();
        Page elsewhere = watched(second);
        elsewhere.navigate(address + "/#/review/" + id);
        go("review/" + id);
        seeATrigger();
        assertThat(elsewhere.getByText("0 released")).isVisible(within(PATIENCE));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Beside its neighbour"))
                .click();
        assertThat(page.locator(".changed").first()).isVisible(within(PATIENCE));
        page.locator(".pick input").nth(0).check();
        page.locator(".pick input").nth(1).check();
        button("Release").click();
        page.getByLabel("Reason").fill("false alarm " + Hostile.MARKUP);
        page.locator("dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Release"))
                .click();
        assertThat(page.locator(".toast")).containsText("2 samples released", textWithin(PATIENCE));
        assertThat(elsewhere.getByText("2 released")).isVisible(within(SECOND));
        assertThat(elsewhere.locator(".toast")).containsText("<script>");

        page.locator(".toast").getByText("Undo").click();
        assertThat(page.getByText("0 released")).isVisible(within(PATIENCE));
        assertThat(elsewhere.getByText("0 released")).isVisible(within(SECOND));
        assertThat(elsewhere.evaluate("() => window.hacked ?? 0")).isEqualTo(0);
        second.close();
    }

    @Test
    void aReviewByKeyboardAlone() {
        go("review/" + theCase().path("id").asText());
        seeATrigger();
        String first = page.locator(".pick li.now").textContent();

        page.keyboard().press("j");
        assertThat(page.locator(".pick li.now")).not().hasText(first);
        page.keyboard().press("k");
        assertThat(page.locator(".pick li.now")).hasText(first);
        page.keyboard().press("?");
        assertThat(page.getByText("undo the last decision")).isVisible();
        page.keyboard().press("d");
        assertThat(page.locator("pre.code")).hasCount(2);
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.getByText("2 chosen")).isVisible();
        page.keyboard().press("r");
        page.keyboard().type("seen before");
        page.keyboard().press("Enter");
        assertThat(page.getByText("2 released")).isVisible(within(PATIENCE));
        page.keyboard().press("q");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        page.keyboard().press("u");
        assertThat(page.getByText("0 released")).isVisible(within(PATIENCE));
        assertThat(page.url()).contains("at=").contains("beside=1");
    }
}
