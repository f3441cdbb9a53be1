package io.kenshin.remediation.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.remediation.Choice;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.remediation.Strategy;
import io.kenshin.contracts.rest.PolicyField;
import io.kenshin.contracts.rest.PolicyField.Value;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that policies have: what each decides, and what it may be. */
final class PolicyFields {
    private static final Map<String, Object> DEFAULTS = map(Json.write(Policy.DEFAULT));

    static final List<PolicyField> ALL = List.of(
            choice("confirmed", "carriers of proven triggers", Policy.Confirmed.values()),
            choice("suspicious", "carriers of unproven patterns", Policy.Suspicious.values()),
            part("mostQuarantined", "greatest part of a scan that is quarantined without a person, 0 to 1"),
            choice("heal", "when a case is quarantined", Policy.Heal.values()),
            choice("strategy", "how to heal", Strategy.values()),
            choice("promote", "when the gates are passed", Policy.Promote.values()),
            field(
                    "approvals",
                    "people who agree to a promotion or a release",
                    List.of(new Value(1, "one person"), new Value(2, "a second person has to agree"))),
            part("attackSuccess", "how far attack success may lie above the natural rate, 0 to 1"),
            part("accuracyLoss", "how far clean accuracy may fall, 0 to 1"),
            choice("alert", "from which change of a scan on an alert goes out", Policy.Alert.values()),
            choice("screen", "inputs that carry a proven trigger", Policy.Screen.values()));

    private PolicyFields() {}

    static Map<String, Object> map(String json) {
        return Json.read(json, new TypeReference<Map<String, Object>>() {});
    }

    private static PolicyField choice(String name, String meaning, Choice... choices) {
        return field(
                name,
                meaning,
                Arrays.stream(choices)
                        .map(one -> new Value(one.text(), one.meaning()))
                        .toList());
    }

    private static PolicyField part(String name, String meaning) {
        return field(name, meaning, List.of());
    }

    private static PolicyField field(String name, String meaning, List<Value> values) {
        return new PolicyField(name, meaning, DEFAULTS.getOrDefault(name, ""), values);
    }

    /** @throws KenshinException naming the first field that is wrong */
    static void check(Map<String, Object> policy) {
        policy.forEach((name, value) -> check(field(name), value));
    }

    /** @throws KenshinException naming the first field that there is not */
    static void checkNames(Map<String, Object> policy) {
        policy.keySet().forEach(PolicyFields::field);
    }

    private static PolicyField field(String name) {
        return ALL.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("a policy has no field '" + name + "': it has " + names()));
    }

    private static void check(PolicyField field, Object value) {
        if (field.values().isEmpty()) {
            double part = number(value);
            if (!(part >= 0 && part <= 1)) {
                throw wrong(field.name() + " is " + value + ": use 0 to 1");
            }
        } else if (field.values().stream().noneMatch(one -> same(one.value(), value))) {
            throw wrong(field.name() + " is '" + value + "': use "
                    + field.values().stream()
                            .map(one -> String.valueOf(one.value()))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Whoever writes a number as a text means the number. */
    private static boolean same(Object allowed, Object value) {
        return allowed instanceof Number number && value instanceof Number given
                ? number.doubleValue() == given.doubleValue()
                : allowed.toString().equals(value);
    }

    private static double number(@Nullable Object value) {
        try {
            return Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static List<String> names() {
        return ALL.stream().map(PolicyField::name).toList();
    }

    private static KenshinException wrong(String why) {
        return new KenshinException(ErrorCode.INVALID_INPUT, why);
    }
}
