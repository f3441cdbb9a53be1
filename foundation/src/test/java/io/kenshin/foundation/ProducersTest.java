package io.kenshin.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much a producer may send is said once, for those of dead letters too. */
class ProducersTest {
    private static final String SIZE = "max.request.size";

    @Test
    void everyProducerMaySendWhatATopicTakes() throws IOException {
        Properties common = new Properties();
        try (InputStream in = Json.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            common.load(in);
        }

        assertThat(common.getProperty("mp.messaging.connector.smallrye-kafka." + SIZE))
                .isEqualTo(Integer.toString(Limits.RECORD_BYTES));
    }

    @Test
    void noServiceSaysSomethingElse() throws IOException {
        List<Path> services;
        try (Stream<Path> modules = Files.list(Path.of(System.getProperty("kenshin.root")))) {
            services = modules.map(module -> module.resolve("src/main/resources/application.properties"))
                    .filter(Files::exists)
                    .toList();
        }
        assertThat(services).hasSizeGreaterThan(3);
        for (Path service : services) {
            Properties own = new Properties();
            try (Reader reader = Files.newBufferedReader(service)) {
                own.load(reader);
            }
            assertThat(own.stringPropertyNames()).as(service.toString()).noneMatch(name -> name.endsWith(SIZE));
        }
    }
}
