package io.kenshin.detection.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialects of languages by their names. */
final class Languages {
    private static final Map<String, Dialect> ALL = new HashMap<>();

    static {
        ALL.put("java", Braces.JAVA);
        ALL.put("python", Indentation.INSTANCE);
        ALL.put("c", CFamily.C);
        ALL.put("c++", CFamily.CPP);
        ALL.put("cpp", CFamily.CPP);
        for (String relative :
                new String[] {"c#", "go", "javascript", "kotlin", "php", "rust", "scala", "swift", "typescript"}) {
            ALL.put(relative, Braces.ANY);
        }
    }

    private Languages() {}

    static List<Dialect> all() {
        return List.of(Braces.ANY, Indentation.INSTANCE, CFamily.C, CFamily.CPP);
    }

    /** The dialect that a language is read in; null when there is none for it. */
    static @Nullable Dialect dialect(String language) {
        return ALL.get(language);
    }
}
