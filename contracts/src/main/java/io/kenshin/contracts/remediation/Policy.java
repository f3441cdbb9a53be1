package io.kenshin.contracts.remediation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kenshin.contracts.Word;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.scan.Change;

/**
 * A policy: what is done by itself, and what only by people.
 *
 * @param confirmed carriers of proven triggers
 * @param suspicious carriers of unproven patterns
 * @param mostQuarantined greatest part of a scan's samples that is quarantined without a person, 0 to 1
 * @param heal when a case is quarantined
 * @param strategy how to heal
 * @param promote when the gates are passed
 * @param approvals people who have to agree to a promotion by approval and to each release: 1 or 2
 * @param attackSuccess how far the attack success rate may lie above the natural rate, 0 to 1
 * @param accuracyLoss how far clean accuracy may fall, 0 to 1
 * @param alert from which change of a scan on an alert goes out
 * @param screen inputs that carry a proven trigger
 */
public record Policy(
        Confirmed confirmed,
        Suspicious suspicious,
        double mostQuarantined,
        Heal heal,
        Strategy strategy,
        Promote promote,
        int approvals,
        double attackSuccess,
        double accuracyLoss,
        Alert alert,
        Screen screen) {
    /** What holds where nothing is set. */
    public static final Policy DEFAULT = new Policy(
            Confirmed.QUARANTINE,
            Suspicious.REVIEW,
            0.25,
            Heal.MANUAL,
            Strategy.INOCULATE,
            Promote.AUTOMATIC,
            1,
            0.05,
            0.02,
            Alert.DRIFT,
            Screen.BLOCK);

    /** Whether a sample that was judged so is held back without a person. */
    public boolean quarantines(Decision decision) {
        return switch (decision) {
            case QUARANTINE -> confirmed == Confirmed.QUARANTINE;
            case REVIEW -> suspicious == Suspicious.QUARANTINE;
        };
    }

    /** Whether a sample that was judged so is nobody's concern. */
    public boolean ignores(Decision decision) {
        return decision == Decision.REVIEW && suspicious == Suspicious.IGNORE;
    }

    /** Whether such a change of a scan calls for attention. */
    public boolean alertsOn(Change change) {
        return Word.find(Alert.class, change.toString())
                .filter(called -> called.compareTo(alert) >= 0)
                .isPresent();
    }

    /** What becomes of carriers of proven triggers. */
    public enum Confirmed implements Choice {
        @JsonProperty("quarantine")
        QUARANTINE("hold them back"),
        @JsonProperty("review")
        REVIEW("list them for people");

        private final String meaning;

        Confirmed(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What becomes of carriers of unproven patterns. */
    public enum Suspicious implements Choice {
        @JsonProperty("review")
        REVIEW("list them for people"),
        @JsonProperty("quarantine")
        QUARANTINE("hold them back"),
        @JsonProperty("ignore")
        IGNORE("leave them where they are");

        private final String meaning;

        Suspicious(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What happens when a case is quarantined. */
    public enum Heal implements Choice {
        @JsonProperty("manual")
        MANUAL("a person starts the fine-tune job"),
        @JsonProperty("automatic")
        AUTOMATIC("the fine-tune job starts at once");

        private final String meaning;

        Heal(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What happens when the gates are passed. */
    public enum Promote implements Choice {
        @JsonProperty("automatic")
        AUTOMATIC("the healed version goes into production"),
        @JsonProperty("approval")
        APPROVAL("it waits for a person");

        private final String meaning;

        Promote(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** From which change of a scan on an alert goes out. */
    public enum Alert implements Choice {
        @JsonProperty("drift")
        DRIFT("everything that calls for attention"),
        @JsonProperty("suspected")
        SUSPECTED("suspected and proven attacks"),
        @JsonProperty("attack")
        ATTACK("proven attacks"),
        @JsonProperty("off")
        OFF("nothing");

        private final String meaning;

        Alert(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What is answered to inputs that carry a proven trigger. */
    public enum Screen implements Choice {
        @JsonProperty("block")
        BLOCK("they are blocked"),
        @JsonProperty("review")
        REVIEW("people look at them"),
        @JsonProperty("shadow")
        SHADOW("they are answered, and only noted"),
        @JsonProperty("off")
        OFF("they are not screened");

        private final String meaning;

        Screen(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }
}
