package io.kenshin.cli.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium: the system's, else one that Playwright downloads, else the tests are skipped with the reason. */
final class TestBrowser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final long DOWNLOAD_SECONDS = 180;

    private static @Nullable TestBrowser shared;
    private static @Nullable String missing;

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The browser, launched on the first call; it closes with the JVM. */
    static synchronized TestBrowser shared() {
        if (missing != null) {
            Assumptions.abort(missing);
        }
        TestBrowser running = shared;
        if (running == null) {
            running = launch();
            shared = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        }
        return running;
    }

    private static TestBrowser launch() {
        Optional<Path> system = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (system.isEmpty()) {
            download();
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
        system.ifPresent(options::setExecutablePath);
        return new TestBrowser(playwright, playwright.chromium().launch(options));
    }

    private static void download() {
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(() -> Playwright.create().close());
        try {
            done.get(DOWNLOAD_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | PlaywrightException e) {
            none("no Chromium on this machine, and none could be downloaded: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            none("interrupted while downloading a browser");
        }
    }

    /** Once is enough: no further test class tries again. */
    private static void none(String reason) {
        missing = reason;
        Assumptions.abort(reason);
    }

    Browser browser() {
        return browser;
    }

    private void close() {
        browser.close();
        playwright.close();
    }
}
