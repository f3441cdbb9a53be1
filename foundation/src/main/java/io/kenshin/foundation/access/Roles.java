package io.kenshin.foundation.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The roles of people, services and jobs; the groups of the identity provider have these names. */
public final class Roles {
    /** Looks at everything, changes nothing. */
    public static final String VIEWER = "viewer";
    /** Also decides about samples and promotions. */
    public static final String REVIEWER = "reviewer";
    /** Also runs the fleet: scans, schedules, policies, models, healing. */
    public static final String OPERATOR = "operator";
    /** A machine: brings samples in and asks for screening. */
    public static final String INGESTER = "ingester";
    /** A fine-tune job: reads the clean data of one data set. */
    public static final String JOB = "job";

    static final Set<String> ALL = Set.of(VIEWER, REVIEWER, OPERATOR, INGESTER, JOB);

    private static final Map<String, Set<String>> INCLUDES =
            Map.of(OPERATOR, Set.of(VIEWER, REVIEWER, INGESTER), REVIEWER, Set.of(VIEWER));

    private Roles() {}

    /** Roles with those that they include. */
    static Set<String> withIncluded(Set<String> roles) {
        Set<String> all = new TreeSet<>(roles);
        roles.forEach(role -> all.addAll(INCLUDES.getOrDefault(role, Set.of())));
        return all;
    }
}
