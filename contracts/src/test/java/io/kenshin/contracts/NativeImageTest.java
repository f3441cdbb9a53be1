package io.kenshin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.contracts.vector.VectorBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A native executable reads and writes as JSON only what is registered for reflection. */
class NativeImageTest {
    /** These never are JSON. */
    private static final Set<Class<?>> OTHERWISE =
            Set.of(Topics.Topic.class, VectorBatch.class, VectorBatch.Row.class, VectorBatch.Reading.class);

    @Test
    void everythingThatTravelsAsJsonIsRegisteredAndNothingThatIsGone() throws IOException {
        Path classes = Path.of("target/classes");
        Map<String, List<Boolean>> travels = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file)
                        .toString()
                        .replace(".class", "")
                        .replace('/', '.');
                Class<?> type = type(name);
                if ((type.isRecord() || type.isEnum()) && !OTHERWISE.contains(type)) {
                    travels.put(name, List.of(true, true, true));
                }
            }
        }
        Map<String, List<Boolean>> registered = new TreeMap<>();
        JsonNode config = new ObjectMapper()
                .readTree(NativeImageTest.class.getResourceAsStream(
                        "/META-INF/native-image/io.kenshin/contracts/reflect-config.json"));
        config.forEach(entry -> registered.put(
                entry.path("name").asText(),
                List.of(
                        entry.path("allDeclaredConstructors").asBoolean(),
                        entry.path("allDeclaredMethods").asBoolean(),
                        entry.path("allDeclaredFields").asBoolean())));

        assertThat(registered).isEqualTo(travels);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, NativeImageTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
