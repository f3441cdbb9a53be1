package io.kenshin.cli.console;

import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Texts that want to be more than texts. */
final class Hostile {
    /** What a page would run if it took a text for markup. */
    static final String MARKUP = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

    private static final int SAMPLES = 40;

    private Hostile() {}

    /** Forty samples of which ids, code and sources are markup, and a line that is no sample. */
    static Path samples(Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            lines.append(Api.write(Map.of(
                            "id",
                            MARKUP + i,
                            "code",
                            "void m" + i + "() { // " + MARKUP + "\n  int x = " + i * i + "; }",
                            "label",
                            i % 2 == 0 ? "clean" : "defective",
                            "source",
                            MARKUP)))
                    .append('\n');
        }
        return Files.writeString(file, lines + "broken\n", StandardCharsets.UTF_8);
    }
}
