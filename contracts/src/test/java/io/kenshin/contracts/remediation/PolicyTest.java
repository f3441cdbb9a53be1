package io.kenshin.contracts.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.scan.Change;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Policy with(String field, String value) throws JsonProcessingException {
        ObjectNode policy = JSON.valueToTree(Policy.DEFAULT);
        return JSON.treeToValue(policy.put(field, value), Policy.class);
    }

    @Test
    void aPolicyTravelsAsItAlwaysDid() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(Policy.DEFAULT))
                .isEqualTo("{\"confirmed\":\"quarantine\",\"suspicious\":\"review\",\"mostQuarantined\":0.25,"
                        + "\"heal\":\"manual\",\"strategy\":\"inoculate\",\"promote\":\"automatic\",\"approvals\":1,"
                        + "\"attackSuccess\":0.05,\"accuracyLoss\":0.02,\"alert\":\"drift\",\"screen\":\"block\"}");
    }

    @Test
    void provenAndUnprovenCarriersAreTwoChoices() throws JsonProcessingException {
        assertThat(Policy.DEFAULT.quarantines(Decision.QUARANTINE)).isTrue();
        assertThat(Policy.DEFAULT.quarantines(Decision.REVIEW)).isFalse();
        assertThat(with("confirmed", "review").quarantines(Decision.QUARANTINE)).isFalse();
        assertThat(with("suspicious", "quarantine").quarantines(Decision.REVIEW))
                .isTrue();
        assertThat(with("suspicious", "ignore").quarantines(Decision.REVIEW)).isFalse();
        assertThat(with("suspicious", "ignore").ignores(Decision.REVIEW)).isTrue();
        assertThat(with("suspicious", "ignore").ignores(Decision.QUARANTINE)).isFalse();
        assertThat(Policy.DEFAULT.ignores(Decision.REVIEW)).isFalse();
    }

    @Test
    void anAlertIsRaisedFromTheChangeOnThatThePolicyNames() throws JsonProcessingException {
        assertThat(Policy.DEFAULT.alertsOn(Change.DRIFT)).isTrue();
        assertThat(Policy.DEFAULT.alertsOn(Change.STEADY)).isFalse();
        assertThat(with("alert", "suspected").alertsOn(Change.DRIFT)).isFalse();
        assertThat(with("alert", "suspected").alertsOn(Change.SUSPECTED)).isTrue();
        assertThat(with("alert", "suspected").alertsOn(Change.ATTACK)).isTrue();
        assertThat(with("alert", "off").alertsOn(Change.ATTACK)).isFalse();
    }
}
