package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.cli.DemoFleet;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A page of a packaged fleet's console in a real browser, and what every test holds it to: one fleet, one browser. */
abstract class ConsolePages {
    static final double SECOND = 1_000;
    static final double PATIENCE = 30_000;

    static DemoFleet demo;
    static FaultyFleet fleet;
    static Api api;
    static String address;

    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private BrowserContext context;
    Page page;

    @BeforeAll
    static void start() throws IOException {
        TestBrowser.shared();
        demo = DemoFleet.shared();
        fleet = demo.fleet();
        api = Api.of(fleet.layout());
        address = "http://localhost:" + fleet.layout().port(Service.CONSOLE);
    }

    static Browser browser() {
        return TestBrowser.shared().browser();
    }

    @BeforeEach
    void open() {
        context = browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        page = watched(context);
    }

    /** A page of which every error and every request that leaves the origin is noted. */
    Page watched(BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // A service that is down on purpose is reported by the browser too.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("blob:")) {
                complaints.add("a request leaves the origin: " + request.url());
            }
        });
        return page;
    }

    @AfterEach
    void nothingBrokeNothingLeftTheOriginNoMarkupRan() {
        assertThat(page.evaluate("() => window.hacked ?? 0")).isEqualTo(0);
        context.close();
        assertThat(complaints).isEmpty();
    }

    void go(String view) {
        page.navigate(address + "/#/" + view);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The first sample with its trigger stands on the page. */
    void seeATrigger() {
        assertThat(page.locator("mark.trigger").first()).isVisible(within(PATIENCE));
    }

    static LocatorAssertions.IsVisibleOptions within(double millis) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
    }

    static LocatorAssertions.ContainsTextOptions textWithin(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }

    /** The case that the demo healed. */
    static JsonNode theCase() {
        for (JsonNode one : api.get(Service.REMEDIATION, "/api/v1/cases")) {
            if (one.path("state").asText().equals("promoted")) {
                return one;
            }
        }
        throw new AssertionError("no healed case");
    }
}
