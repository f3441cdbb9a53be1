package io.kenshin.remediation.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final List<SampleFinding> FINDINGS = List.of(
            finding("a", Decision.QUARANTINE), finding("b", Decision.REVIEW), finding("c", Decision.QUARANTINE));

    private static SampleFinding finding(String id, Decision decision) {
        return new SampleFinding("s-1", id, null, null, "clean", decision, 1, List.of(), null);
    }

    @Test
    void whatThePolicyQuarantinesIsHeldUpToItsLimit() {
        assertThat(Held.of(FINDINGS, Policy.DEFAULT, 2)).isEqualTo(new Held(List.of("a", "c"), 0));
    }

    @Test
    void whereItIsMoreThanTheLimitNothingIsHeldAndPeopleLook() {
        assertThat(Held.of(FINDINGS, Policy.DEFAULT, 1.9)).isEqualTo(new Held(List.of(), 2));
    }
}
