package io.kenshin.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.kenshin.fleet.client.Api;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The services' real answers to a page, with markup behind every text that somebody outside could have written. */
final class HostileAnswers {
    /** Words of the services' own that say how the rest is shown. */
    private static final Set<String> WORDS = Set.of(
            "state",
            "actions",
            "verdict",
            "decision",
            "change",
            "stage",
            "kind",
            "type",
            "confirmed",
            "suspicious",
            "heal",
            "strategy",
            "promote",
            "alert",
            "screen",
            "alias",
            "roles",
            "zone");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    private final AtomicInteger texts = new AtomicInteger();

    private HostileAnswers() {}

    static HostileAnswers to(Page page) {
        HostileAnswers answers = new HostileAnswers();
        page.route("**/api/**", answers::answer);
        return answers;
    }

    /** How many texts got markup since the last call. */
    int texts() {
        return texts.getAndSet(0);
    }

    private void answer(Route route) {
        if (route.request().url().endsWith("/api/console/live")) {
            // Has no end that could be waited for.
            route.resume();
            return;
        }
        // What the page asks for by a name that it was told is asked for by the real one.
        String url = URLDecoder.decode(route.request().url().replace("+", "%2B"), StandardCharsets.UTF_8);
        APIResponse response = url.contains(Hostile.MARKUP)
                ? route.fetch(
                        new Route.FetchOptions().setUrl(route.request().url().replace(encoded(Hostile.MARKUP), "")))
                : route.fetch();
        Route.FulfillOptions answer = new Route.FulfillOptions().setResponse(response);
        if (response.headers().getOrDefault("content-type", "").contains("json")) {
            JsonNode body = Api.read(response.text());
            answer.setBody(Api.write(marked("", body)));
        }
        route.fulfill(answer);
    }

    /** As a page writes it with {@code encodeURIComponent}. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode marked(String field, JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, marked(name, object.get(name))));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, marked(field, array.get(i)));
            }
        } else if (value.isTextual()
                && !WORDS.contains(field)
                && !TIME.matcher(value.asText()).matches()) {
            texts.incrementAndGet();
            return TextNode.valueOf(value.asText() + Hostile.MARKUP);
        }
        return value;
    }
}
