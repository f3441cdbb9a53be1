package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the page withstands: markup in answers, people without a role, other pages, odd paths. */
@Order(1)
class ConsoleGuardE2E extends ConsolePages {
    @BeforeAll
    static void heal() throws IOException {
        demo.demo();
    }

    @Test
    void markupInAnyAnswerIsShownAsTextInEveryView() {
        HostileAnswers answers = HostileAnswers.to(page);
        for (String view : Screenshots.views(theCase())) {
            answers.texts();
            Screenshots.show(page, address, view);

            assertThat(answers.texts()).as("texts in what %s reads", view).isPositive();
            assertThat(page.getByText(Hostile.MARKUP).first()).isAttached();
            assertThat(page.locator("img[src=x], main script")).hasCount(0);
            assertThat(page.evaluate("() => window.hacked ?? 0")).as(view).isEqualTo(0);
        }
        page.unrouteAll();
        go("scan/" + URLEncoder.encode(Hostile.MARKUP, StandardCharsets.UTF_8).replace("+", "%20"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("<script>", textWithin(PATIENCE));
        assertThat(page.locator("img[src=x], main script")).hasCount(0);
    }

    @Test
    void whoMayOnlyLookIsOfferedNothingElse() {
        page.route(
                "**/api/console/me",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"name\":\"ben\",\"roles\":[\"viewer\"]}")));
        int kept = 0;
        for (String view : Screenshots.views(theCase())) {
            Screenshots.show(page, address, view);
            kept += page.locator("[data-needs]").count();
            assertThat(page.locator("[data-needs]:visible")).hasCount(0);
        }
        assertThat(kept).isGreaterThan(10);
        go("review/" + theCase().path("id").asText());
        seeATrigger();
        page.keyboard().press("r");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void whatChangesSomethingMustComeFromThePageAndAPathMustBeWhatItSays() throws IOException, InterruptedException {
        go("overview");
        Object status = page.evaluate(
                "async () => (await fetch('/api/remediation/cases/none/promote', { method: 'POST' })).status");
        assertThat(status).isEqualTo(403);
        // Beside /api/v1 nothing of a service can be reached.
        assertThat(status("/api/ingest/models")).isEqualTo(200);
        assertThat(status("/api/ingest/x/../models")).isEqualTo(400);
        assertThat(status("/api/ingest/%2e%2e/%2e%2e/q/openapi")).isGreaterThanOrEqualTo(400);
        assertThat(status("/api/ingest/../../q/openapi")).isGreaterThanOrEqualTo(400);
    }

    private static int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
