package io.kenshin.audit.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A page out of a template, in which everything is shown as text that does not ask to be markup. */
public final class Page {
    private Page() {}

    /** @param template the template, as a stream that this closes */
    public static String render(InputStream template, Map<String, Object> data) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(ValueResolvers.rawResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .build();
        try (template) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return engine.parse(text, Variant.forContentType("text/html")).render(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
