package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.kenshin.fleet.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Pictures of the views, for people to look at, and what a machine can see in them. */
final class Screenshots {
    private static final double PATIENCE = 30_000;

    private Screenshots() {}

    /**
     * Shows every view in both themes at both widths.
     *
     * @return views that are wider than the screen, and what axe-core finds serious or critical
     */
    static List<String> ofEveryView(
            Browser browser, Function<BrowserContext, Page> open, String address, JsonNode healed) throws IOException {
        String axe = script();
        List<String> faults = new ArrayList<>();
        for (int width : List.of(1280, 390)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                BrowserContext kind = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width == 390 ? 844 : 800)
                        .setColorScheme(scheme));
                Page shown = open.apply(kind);
                for (String view : views(healed)) {
                    String name = view.split("[/?]")[0] + "-" + width + "-"
                            + scheme.name().toLowerCase(java.util.Locale.ROOT);
                    show(shown, address, view);
                    shown.screenshot(new Page.ScreenshotOptions()
                            .setPath(shots().resolve(name + ".png"))
                            .setFullPage(true));
                    if (name.equals("review-1280-light")) {
                        // What fits on the screen, for the README.
                        shown.screenshot(new Page.ScreenshotOptions().setPath(shots().resolve("console.png")));
                    }
                    look(shown, axe, name, faults);
                }
                kind.close();
            }
        }
        return faults;
    }

    /** Every view, of a healed case. */
    static List<String> views(JsonNode healed) {
        return List.of(
                "overview",
                "scans",
                "scan/" + healed.path("scanId").asText(),
                "cases",
                "case/" + healed.path("id").asText(),
                "review/" + healed.path("id").asText() + "?beside=1",
                "triggers",
                "sources",
                "models",
                "schedules",
                "policies",
                "events",
                "start");
    }

    /** Goes to a view and waits until it is there. */
    static void show(Page page, String address, String view) {
        page.navigate(address + "/#/" + view);
        assertThat(page.locator("main > kenshin-" + view.split("[/?]")[0] + " h1"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        settle(page);
    }

    /** Waits until nothing is loading and every chart is drawn. */
    private static void settle(Page shown) {
        shown.waitForFunction("() => !document.querySelector('.loading')"
                + " && [...document.querySelectorAll('kenshin-chart')].every((one) => one.querySelector('canvas'))");
    }

    private static void look(Page shown, String axe, String name, List<String> faults) {
        int beyond = ((Number) shown.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (beyond > 0) {
            faults.add(name + " is " + beyond + " pixels too wide");
        }
        shown.evaluate(axe);
        List<?> found = (List<?>) shown.evaluate("async () => (await axe.run()).violations"
                + ".filter((one) => one.impact === 'serious' || one.impact === 'critical')"
                + ".map((one) => one.id + ': ' + one.nodes[0].html)");
        found.forEach(one -> faults.add(name + ": " + one));
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(Screenshots.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The terminal as a picture, for the README. */
    static void terminal(Browser browser, String said) throws IOException {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(920, 200));
        Page terminal = context.newPage();
        terminal.setContent("<body style='margin:0;background:#11161b'><pre style='margin:0;padding:20px;color:#e6ebf0;"
                + "font:14px/1.5 monospace'></pre>");
        terminal.evaluate("(text) => { document.querySelector('pre').textContent = text; }", said);
        terminal.screenshot(new Page.ScreenshotOptions()
                .setPath(shots().resolve("terminal.png"))
                .setFullPage(true));
        context.close();
    }

    private static Path shots() throws IOException {
        return Files.createDirectories(Layout.rootFromProperty().resolve("cli/target/screenshots"));
    }
}
