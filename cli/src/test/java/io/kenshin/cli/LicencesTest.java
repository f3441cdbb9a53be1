package io.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the services are made of, by the bill of materials that each is built with. */
class LicencesTest {
    /** Of several licences one has to be among them. */
    private static final Set<String> FINE = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "ISC",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "UPL-1.0",
            "CC0-1.0",
            "Public Domain",
            "Bouncy Castle Licence",
            "(Apache-2.0 AND BSD-3-Clause)",
            // The exception lets other code link to it under its own licence.
            "GPL-2.0-with-classpath-exception");

    @Test
    void nothingThatShipsHasALicenceThatBindsItsUsers() throws IOException {
        for (Service service : Service.values()) {
            Path bill = Path.of(System.getProperty("kenshin.root"))
                    .resolve(service.module())
                    .resolve("target/quarkus-run-cyclonedx.json");
            JsonNode components = Api.JSON.readTree(bill.toFile()).path("components");
            assertThat(components.size()).as(service.module()).isGreaterThan(50);
            for (JsonNode component : components) {
                // What the build itself makes has neither group nor licence.
                if (component.path("purl").asText().startsWith("pkg:maven/")
                        && !component.path("group").asText().equals("io.kenshin")) {
                    assertThat(licences(component))
                            .as(component.path("purl").asText())
                            .anyMatch(FINE::contains);
                }
            }
        }
    }

    private static List<String> licences(JsonNode component) {
        List<String> names = new ArrayList<>();
        for (JsonNode entry : component.path("licenses")) {
            for (String field : List.of("/license/id", "/license/name", "/expression")) {
                if (entry.at(field).isTextual()) {
                    names.add(entry.at(field).asText());
                }
            }
        }
        return names;
    }
}
