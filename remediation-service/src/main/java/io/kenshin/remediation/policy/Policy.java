package io.kenshin.remediation.policy;

import io.kenshin.contracts.scan.Change;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import java.util.List;

/**
 * What is done by itself, and what only by people.
 *
 * @param confirmed carriers of proven triggers: quarantine or review
 * @param suspicious carriers of unproven patterns: review, quarantine or ignore
 * @param mostQuarantined greatest part of a scan's samples that is quarantined without a person, 0 to 1
 * @param heal automatic (as soon as a case is quarantined) or manual
 * @param strategy how to heal: clean, inoculate or unlearn
 * @param promote automatic (when the gates are passed) or approval
 * @param approvals people who have to agree to a promotion by approval and to each release: 1 or 2
 * @param attackSuccess how far the attack success rate may lie above the natural rate, 0 to 1
 * @param accuracyLoss how far clean accuracy may fall, 0 to 1
 * @param alert from which change of a scan on an alert goes out: drift, suspected, attack or off
 * @param screen inputs that carry a proven trigger: block, review, shadow (only note it) or off
 */
public record Policy(
        String confirmed,
        String suspicious,
        double mostQuarantined,
        String heal,
        String strategy,
        String promote,
        int approvals,
        double attackSuccess,
        double accuracyLoss,
        String alert,
        String screen) {
    public static final String QUARANTINE = "quarantine";
    public static final String REVIEW = "review";
    public static final String IGNORE = "ignore";
    public static final String AUTOMATIC = "automatic";
    public static final String MANUAL = "manual";
    public static final String APPROVAL = "approval";
    public static final String BLOCK = "block";
    public static final String SHADOW = "shadow";
    public static final String OFF = "off";

    /** From what is looked at when there is time to what is looked at now. */
    private static final List<String> ALERTS =
            List.of(Change.DRIFT.toString(), Change.SUSPECTED.toString(), Change.ATTACK.toString(), OFF);

    public static final List<String> STRATEGIES = List.of("clean", "inoculate", "unlearn");

    public static final Policy DEFAULT = new Policy(
            QUARANTINE, REVIEW, 0.25, MANUAL, "inoculate", AUTOMATIC, 1, 0.05, 0.02, Change.DRIFT.toString(), BLOCK);

    /** @throws KenshinException naming the first field that is wrong */
    Policy checked() {
        oneOf("confirmed", confirmed, List.of(QUARANTINE, REVIEW));
        oneOf("suspicious", suspicious, List.of(REVIEW, QUARANTINE, IGNORE));
        oneOf("heal", heal, List.of(AUTOMATIC, MANUAL));
        oneOf("strategy", strategy, STRATEGIES);
        oneOf("promote", promote, List.of(AUTOMATIC, APPROVAL));
        oneOf("alert", alert, ALERTS);
        oneOf("screen", screen, List.of(BLOCK, REVIEW, SHADOW, OFF));
        part("mostQuarantined", mostQuarantined);
        part("attackSuccess", attackSuccess);
        part("accuracyLoss", accuracyLoss);
        if (approvals != 1 && approvals != 2) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "approvals is " + approvals + ": use 1 or 2");
        }
        return this;
    }

    /** Whether such a change calls for attention. */
    public boolean alertsOn(String change) {
        return ALERTS.contains(change) && ALERTS.indexOf(change) >= ALERTS.indexOf(alert);
    }

    private static void oneOf(String field, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, field + " is '" + value + "': use " + String.join(", ", allowed));
        }
    }

    private static void part(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, field + " is " + value + ": use 0 to 1");
        }
    }
}
