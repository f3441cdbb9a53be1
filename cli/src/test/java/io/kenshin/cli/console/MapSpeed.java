package io.kenshin.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.kenshin.fleet.client.Api;
import java.util.Random;

/** How smoothly a map of many points moves. */
final class MapSpeed {
    /** Zooms a little at every frame, so that every frame has to draw every point, and counts the frames. */
    private static final String FRAMES = """
            (seconds) => new Promise((done) => {
              const { chart } = document.querySelector('kenshin-map');
              let frames = 0;
              const begin = performance.now();
              const step = (now) => {
                if (now - begin > seconds * 1000) {
                  done(frames * 1000 / (now - begin));
                  return;
                }
                frames++;
                const start = 10 + 10 * Math.sin(frames / 10);
                chart.dispatchAction({ type: 'dataZoom', batch: [0, 1].map((i) => ({ dataZoomIndex: i, start, end: 100 - start })) });
                requestAnimationFrame(step);
              };
              requestAnimationFrame(step);
            })
            """;

    private static final double SECONDS = 2;
    private static final int TRIES = 3;

    private MapSpeed() {}

    /** Makes the real map of a scan one of so many points: its own, and copies of them a little aside. */
    static void widen(Page page, String scan, int points) {
        page.route("**/api/analysis/scans/" + scan + "/map", route -> {
            APIResponse response = route.fetch();
            ObjectNode map = (ObjectNode) Api.read(response.text());
            ArrayNode all = (ArrayNode) map.path("points");
            Random random = new Random(1);
            int own = all.size();
            for (int i = own; i < points; i++) {
                JsonNode point = all.get(i % own);
                all.add(((ObjectNode) point.deepCopy())
                        .put("sampleId", point.path("sampleId").asText() + i)
                        .put("x", point.path("x").asDouble() + random.nextGaussian())
                        .put("y", point.path("y").asDouble() + random.nextGaussian()));
            }
            route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(Api.write(map)));
        });
    }

    /** @return frames a second, the best of a few tries: other processes use the same cores */
    static double frames(Page page) {
        double best = 0;
        for (int i = 0; i < TRIES; i++) {
            best = Math.max(best, ((Number) page.evaluate(FRAMES, SECONDS)).doubleValue());
        }
        return best;
    }
}
