package io.kenshin.cli.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a first visit costs.
 *
 * @param bytes of all bodies, as they travelled
 * @param millis until the overview stands
 */
record FirstLoad(int bytes, double millis) {
    private static final int VISITS = 10;

    /**
     * The quickest of some visits, each with an empty cache, and the size of the last one.
     *
     * @param enough milliseconds after which no further visit is tried: a machine that is busy slows one, not all
     */
    static FirstLoad best(Browser browser, String address, double enough) {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        double best = Double.MAX_VALUE;
        for (int i = 0; i < VISITS && best >= enough; i++) {
            sizes.clear();
            BrowserContext fresh = browser.newContext();
            Page first = fresh.newPage();
            // The stream of live events never finishes; what finished has its size.
            first.onRequestFinished(request -> sizes.add(request.sizes().responseBodySize));
            first.navigate(address);
            first.locator("article").first().waitFor();
            best = Math.min(best, ((Number) first.evaluate("() => performance.now()")).doubleValue());
            fresh.close();
        }
        return new FirstLoad(sizes.stream().mapToInt(Integer::intValue).sum(), best);
    }
}
