package io.kenshin.detection.code;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialects of languages by their names. */
final class Languages {
    private static final Map<String, Dialect> ALL = Map.ofEntries(
            Map.entry("c", CFamily.C),
            Map.entry("c++", CFamily.CPP),
            Map.entry("go", Go.INSTANCE),
            Map.entry("java", Braces.JAVA),
            Map.entry("javascript", Script.JAVASCRIPT),
            Map.entry("python", Indentation.INSTANCE),
            Map.entry("typescript", Script.TYPESCRIPT),
            // Read by what they share with Java.
            Map.entry("c#", Dialect.ANY),
            Map.entry("kotlin", Dialect.ANY),
            Map.entry("php", Dialect.ANY),
            Map.entry("rust", Dialect.ANY),
            Map.entry("scala", Dialect.ANY),
            Map.entry("swift", Dialect.ANY));

    /** What people write for them as well. */
    private static final Map<String, String> NAMES = Map.of(
            "cpp", "c++",
            "golang", "go",
            "js", "javascript",
            "jsx", "javascript",
            "py", "python",
            "python3", "python",
            "ts", "typescript",
            "tsx", "typescript");

    private Languages() {}

    static List<Dialect> all() {
        return List.of(
                Braces.ANY,
                Indentation.INSTANCE,
                CFamily.C,
                CFamily.CPP,
                Script.JAVASCRIPT,
                Script.TYPESCRIPT,
                Go.INSTANCE);
    }

    /** The dialect that a language is read in; null when there is none for it. */
    static @Nullable Dialect dialect(String language) {
        return ALL.get(NAMES.getOrDefault(language, language));
    }
}
