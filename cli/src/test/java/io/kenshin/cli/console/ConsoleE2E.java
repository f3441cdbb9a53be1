package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.cli.DemoFleet;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.terminal.Terminal;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The console of a packaged fleet in a real browser, from nothing to a healed model; the tests build on each other. */
@Order(1) // It begins with an empty fleet.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleE2E {
    private static final Terminal TERMINAL = new Terminal();
    private static final double SECOND = 1_000;
    private static final double PATIENCE = 30_000;
    private static final int MOST_BYTES = 400_000;
    private static final double INTERACTIVE_MILLIS = 1_500;
    private static final int MAP_POINTS = 20_000;
    private static final double FRAMES_PER_SECOND = 30;
    private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);

    @TempDir
    private static Path data;

    private static TestBrowser chromium;
    private static DemoFleet demo;
    private static FaultyFleet fleet;
    private static Api api;
    private static String address;

    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        chromium = TestBrowser.launch();
        demo = DemoFleet.shared();
        fleet = demo.fleet();
        Layout layout = fleet.layout();
        api = Api.of(layout);
        address = "http://localhost:" + layout.port(Service.CONSOLE);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        page = watched(context);
    }

    /** A page of which every error and every request that leaves the origin is noted. */
    private Page watched(BrowserContext context) {
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

    private void go(String view) {
        page.navigate(address + "/#/" + view);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static LocatorAssertions.IsVisibleOptions within(double millis) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
    }

    private static LocatorAssertions.ContainsTextOptions textWithin(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }

    private static JsonNode theCase() {
        for (JsonNode one : api.get(Service.REMEDIATION, "/api/v1/cases")) {
            if (one.path("state").asText().equals("promoted")) {
                return one;
            }
        }
        throw new AssertionError("no healed case");
    }

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
        new Progress(api, TERMINAL, () -> {}).scan(hostile);
        go("scan/" + hostile);
        page.locator("td button").first().click();
        assertThat(page.locator("pre.code").first()).containsText("<script>", textWithin(PATIENCE));

        go("case/" + theCase().path("id").asText());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("promoted", textWithin(PATIENCE));
        assertThat(page.locator("table").first()).containsText("attack success, trigger t1");
        assertThat(page.getByText("✓ promoted")).isVisible();
        Screenshots.terminal(chromium.browser(), demo.said());
    }

    @Test
    @Order(3)
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
        String[] words = status.textContent().split("\\D+");
        int chosen = Integer.parseInt(words[0]);
        int findings = Integer.parseInt(words[1]);
        assertThat(findings).isGreaterThanOrEqualTo((int) (0.9 * found.size()));
        assertThat(findings).isGreaterThanOrEqualTo((int) (0.9 * chosen));
        assertThat(page.url()).as("the address holds the selection").contains("area=");
        page.reload();
        assertThat(page.getByText("samples in the lasso")).containsText(words[0] + " samples", textWithin(PATIENCE));
    }

    @Test
    @Order(4)
    void aReviewByMouseIsSeenElsewhereWithinASecondAndCanBeUndone() {
        String id = theCase().path("id").asText();
        BrowserContext second = chromium.browser().newContext();
        Page elsewhere = watched(second);
        elsewhere.navigate(address + "/#/review/" + id);
        go("review/" + id);
        assertThat(page.locator("mark.trigger").first()).isVisible(within(PATIENCE));
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
    @Order(5)
    void aReviewByKeyboardAlone() {
        go("review/" + theCase().path("id").asText());
        assertThat(page.locator("mark.trigger").first()).isVisible(within(PATIENCE));
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

    @Test
    @Order(6)
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
    @Order(7)
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

    @Test
    @Order(8)
    void theFirstLoadIsSmallAndSoonInteractive() {
        FirstLoad load = FirstLoad.best(chromium.browser(), address, INTERACTIVE_MILLIS);
        System.out.printf("first load: %d bytes, interactive after %.0f ms%n", load.bytes(), load.millis());
        assertThat(load.bytes()).isPositive().isLessThan(MOST_BYTES);
        assertThat(load.millis()).isLessThan(INTERACTIVE_MILLIS);
    }

    @Test
    @Order(8)
    void whatIsOlderThanTheFirstPageOfAListCanBeSeenAndChosen() throws SQLException {
        String url = "jdbc:postgresql://localhost:" + fleet.layout().databasePort() + "/ingest";
        try (Connection ingest = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = ingest.createStatement()) {
            statement.execute("insert into scan_order (id, dataset, model, version, state, created)"
                    + " select 's-old' || n, 'long ago', 'demo', 1, 'healthy', now() - n * interval '1 day'"
                    + " from generate_series(1, 250) as n");
            go("scans");
            assertThat(page.getByText("s-old1", EXACTLY)).isVisible(within(PATIENCE));
            assertThat(page.getByText("s-old250", EXACTLY)).hasCount(0);

            button("Show older").click();

            assertThat(page.getByText("s-old250", EXACTLY)).isVisible(within(PATIENCE));
            assertThat(page.url()).contains("most=400");
            assertThat(button("Show older")).hasCount(0);
            go("scans?most=1&dataset=long%20ago");
            assertThat(page.getByText("s-old1", EXACTLY)).isVisible(within(PATIENCE));
            page.getByLabel("Data set").last().selectOption("");
            assertThat(page.getByText("s-old1", EXACTLY)).hasCount(0);
            page.getByLabel("Data set").last().selectOption("long ago");
            assertThat(page.getByText("s-old1", EXACTLY)).isVisible(within(PATIENCE));
            go("scans?most=1&dataset=demo");
            assertThat(page.getByText("s-old1", EXACTLY)).hasCount(0);
            statement.execute("delete from scan_order where dataset = 'long ago'");
        }
    }

    @Test
    @Order(9)
    void everyViewIsWholeAndAccessibleInBothThemesAndWidths() throws IOException {
        assertThat(Screenshots.ofEveryView(chromium.browser(), this::watched, address, theCase()))
                .isEmpty();
    }

    @Test
    @Order(9)
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
    @Order(9)
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
        assertThat(page.locator("mark.trigger").first()).isVisible(within(PATIENCE));
        page.keyboard().press("r");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    @Order(9)
    void aMapOfTwentyThousandPointsMovesSmoothly() {
        String scan = theCase().path("scanId").asText();
        MapSpeed.widen(page, scan, MAP_POINTS);
        Screenshots.show(page, address, "scan/" + scan);

        double frames = MapSpeed.frames(page);

        System.out.printf("map of %d points: %.0f frames/s (best of 3)%n", MAP_POINTS, frames);
        assertThat(frames).isGreaterThanOrEqualTo(FRAMES_PER_SECOND);
    }

    @Test
    @Order(8)
    void schedulesPoliciesAndSourcesAreSetAndScansComparedFromThePage() {
        go("schedules");
        page.getByLabel("Name").fill("nightly");
        page.getByLabel("Data set").selectOption("demo");
        page.getByLabel("Model").selectOption("demo");
        page.getByLabel("or every").fill("6h");
        button("Set").click();
        assertThat(page.locator("td").getByText("every 6.0 h")).isVisible(within(PATIENCE));
        button("pause nightly").click();
        assertThat(button("resume nightly")).isVisible(within(PATIENCE));
        button("remove nightly").click();
        button("Remove").click();
        assertThat(page.getByText("No schedule")).isVisible(within(PATIENCE));

        go("policies");
        page.getByLabel("accuracyLoss").fill("0.03");
        button("Set for default").click();
        assertThat(page.locator("td").getByText("accuracyLoss 0.03")).isVisible(within(PATIENCE));
        page.getByLabel("accuracyLoss").fill("7");
        button("Set for default").click();
        assertThat(page.locator("td").getByText("accuracyLoss 7")).hasCount(0);

        go("sources?dataset=demo");
        button("blocked: guava").click();
        page.getByLabel("Reason").fill("a test");
        button("Set").click();
        assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("a test")))
                .containsText("guava", textWithin(PATIENCE));
        button("trusted: guava").click();
        assertThat(page.getByText("a test")).hasCount(0);

        go("scan/" + theCase().path("scanId").asText());
        page.getByLabel("with scan").selectOption(theCase().path("rescanId").asText());
        assertThat(page.locator("td").getByText("findings that only it has")).isVisible(within(PATIENCE));
        assertThat(page.url()).contains("with=");
    }

    @Test
    @Order(9)
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
