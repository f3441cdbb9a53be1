package io.kenshin.remediation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.remediation.Strategy;
import io.kenshin.contracts.rest.PolicyField;
import io.kenshin.foundation.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    @Test
    void theNarrowerScopeHoldsWhereItSaysSomething() {
        Policy policy = Policies.merge(
                List.of(Map.of("heal", "automatic", "strategy", "clean"), Map.of("strategy", "unlearn"), Map.of()));

        assertThat(policy.heal()).isEqualTo(Policy.Heal.AUTOMATIC);
        assertThat(policy.strategy()).isEqualTo(Strategy.UNLEARN);
        assertThat(policy.confirmed()).isEqualTo(Policy.DEFAULT.confirmed());
        assertThat(Policies.merge(List.of())).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void aNumberMayBeWrittenAsAText() {
        Policy policy = Policies.merge(List.of(Map.of("approvals", "2", "mostQuarantined", "0.5")));

        assertThat(policy.approvals()).isEqualTo(2);
        assertThat(policy.mostQuarantined()).isEqualTo(0.5);
    }

    @Test
    void whatEarlierVersionsKeptIsReadThoughItWouldNotBeTakenNow() {
        assertThat(Policies.merge(List.of(Map.of("approvals", 1.5))).approvals())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongIsNamedWithWhatItMayBe() {
        assertWrong("approvals", "2.0", "approvals is '2.0': use 1, 2");
        assertWrong("heal", "sometimes", "heal is 'sometimes': use manual, automatic");
        assertWrong("strategy", "prayer", "strategy is 'prayer': use inoculate, clean, unlearn");
        assertWrong("approvals", 3, "approvals is '3': use 1, 2");
        assertWrong("approvals", "many", "approvals is 'many': use 1, 2");
        assertWrong("mostQuarantined", 7, "mostQuarantined is 7: use 0 to 1");
        assertWrong("accuracyLoss", -0.1, "accuracyLoss is -0.1: use 0 to 1");
        assertWrong("attackSuccess", "little", "attackSuccess is little: use 0 to 1");
        assertThatThrownBy(() -> Policies.merge(List.of(Map.of("colour", "red"))))
                .hasMessageStartingWith("a policy has no field 'colour': it has [confirmed, suspicious, ");
    }

    private static void assertWrong(String field, Object value, String message) {
        assertThatThrownBy(() -> PolicyFields.check(Map.of(field, value))).hasMessage(message);
    }

    @Test
    void everyFieldIsDescribedWithItsDefaultAndEveryValueCanBeRead() throws IOException {
        JsonNode standard = new ObjectMapper().readTree(Json.write(Policy.DEFAULT));
        List<String> names = new ArrayList<>();
        standard.fieldNames().forEachRemaining(names::add);

        assertThat(PolicyFields.ALL).extracting(PolicyField::name).containsExactlyElementsOf(names);
        for (PolicyField field : PolicyFields.ALL) {
            assertThat(String.valueOf(field.standard()))
                    .as(field.name())
                    .isEqualTo(standard.path(field.name()).asText());
            for (PolicyField.Value value : field.values()) {
                Policy policy = Policies.merge(List.of(Map.of(field.name(), value.value())));
                assertThat(Json.write(policy)).contains("\"" + field.name() + "\":" + Json.write(value.value()));
            }
        }
    }

    @Test
    void thePageOfPoliciesNamesEveryFieldWithItsDefaultAndValues() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("kenshin.root"), "docs/policies.md"));
        for (PolicyField field : PolicyFields.ALL) {
            String row = page.lines()
                    .filter(line -> line.startsWith("| `" + field.name() + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row of " + field.name()));
            assertThat(row.split("\\|")[2].replace("`", "").strip())
                    .as(field.name())
                    .isEqualTo(String.valueOf(field.standard()));
            assertThat(field.values()).as(row).allMatch(value -> row.contains(String.valueOf(value.value())));
        }
    }
}
