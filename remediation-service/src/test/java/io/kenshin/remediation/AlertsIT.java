package io.kenshin.remediation;

import static io.kenshin.remediation.CaseCalls.policy;
import static io.kenshin.remediation.Scans.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.scan.Change;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.remediation.alert.Alerts;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerts from the ends of scans to the event. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class AlertsIT {
    @Inject
    Alerts alerts;

    @Test
    void aScanCallsForAttentionAsFarAsThePolicyWantsToHearOfIt() {
        policy("calm", Map.of("alert", "attack"));

        end("calm1", "calm", Verdict.HEALTHY, Change.DRIFT);
        end("nervous1", "nervous", Verdict.HEALTHY, Change.DRIFT);
        end("nervous1", "nervous", Verdict.HEALTHY, Change.DRIFT);
        Scans.await("the drift", () -> standing().equals(Set.of("nervous drift")));
        // A scan that says nothing about the data takes nothing back.
        end("nervous2", "nervous", Verdict.HEALTHY, Change.UNKNOWN);
        end("calm2", "calm", Verdict.POISONED, null);
        Scans.await("the attack", () -> standing().equals(Set.of("nervous drift", "calm attack")));
        end("nervous3", "nervous", Verdict.HEALTHY, Change.STEADY);
        Scans.await("what is over", () -> standing().equals(Set.of("calm attack")));

        List<JsonNode> said = new ArrayList<>();
        Records.await(Platform.get().bootstrap(), Topics.REMEDIATION_EVENTS, 2, LIMIT, entry -> {
            JsonNode event = Records.json(entry);
            boolean own = event.path("type").asText().equals(RemediationEvents.SCAN_ALERT)
                    && event.path("subject").asText().matches("s-(calm|nervous).*");
            if (own) {
                said.add(event);
            }
            return own;
        });
        assertThat(said)
                .extracting(event -> event.at("/data/dataset").asText() + ": "
                        + event.at("/data/reason").asText())
                .containsExactlyInAnyOrder("nervous: drift: why", "calm: attack: why");
        assertThat(said).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
    }

    private static void end(String scan, String dataset, Verdict verdict, @Nullable Change change) {
        Scans.end(new ScanSummary(
                "s-" + scan, dataset, "m", 1, "/m", List.of("a"), verdict, "why", 9, 1, List.of(), null, change));
    }

    private Set<String> standing() {
        return alerts.standing().stream()
                .filter(alert -> List.of("calm", "nervous").contains(alert.dataset()))
                .map(alert -> alert.dataset() + " " + alert.change())
                .collect(Collectors.toSet());
    }
}
